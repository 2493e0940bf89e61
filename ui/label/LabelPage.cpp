#include "ui/label/LabelPage.h"

#include "ui/data/ImageActions.h"
#include "ui/data/ThumbnailCache.h"
#include "ui/data/Words.h"
#include "ui/frame/Studio.h"
#include "ui/label/CanvasTools.h"
#include "ui/label/ClassButtons.h"
#include "ui/label/FilmStrip.h"
#include "ui/label/ImageLoader.h"
#include "ui/label/MiniMap.h"
#include "ui/label/ShapeCanvas.h"
#include "ui/label/ShapeDetails.h"
#include "ui/label/ShapeList.h"
#include "ui/label/ToolStrip.h"
#include "ui/label/ViewMenu.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QHBoxLayout>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace graft::ui {
namespace {

constexpr int kSideWidth = 300;
constexpr const char* kAdvanceSetting = "label.advance";
constexpr const char* kImageSetting = "label.image";
constexpr const char* kToolSetting = "label.tool";
constexpr const char* kViewSetting = "label.view";

std::optional<std::filesystem::path> pathOf(const project::Project* project, ImageId id) {
    const project::ImageRecord* image = project ? project->image(id) : nullptr;
    return image ? std::optional(project->absolutePath(*image)) : std::nullopt;
}

/// The folder says as much as the name where folders are classes.
QString nameInFolder(const project::ImageRecord& image) {
    const std::filesystem::path path(image.path);
    return QString::fromStdString((path.parent_path().filename() / path.filename()).string());
}

} // namespace

LabelPage::LabelPage(Studio& studio, QWidget* parent)
    : Page(PageId::Label, tr("Label"), parent), m_studio(studio), m_thumbnails(ThumbnailCache::of(studio)),
      m_actions(new ImageActions(studio, this)),
      m_loader(new ImageLoader([&studio](ImageId id) { return pathOf(studio.project(), id); },
                               ImageLoader::kLimitBytes, this)),
      m_stack(new QStackedWidget(this)), m_empty(new EmptyState(QStringLiteral("label"), {}, {}, this)),
      m_editor(new ShapeEditor(this)), m_next(new PrimaryButton(tr("Next unlabelled"), this)) {
    setObjectName(QStringLiteral("labelPage"));
    m_emptyButton = m_empty->addPrimary({});
    m_emptyButton->setObjectName(QStringLiteral("labelEmptyButton"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildBody());
    content()->addWidget(m_stack, 1);
    m_next->setObjectName(QStringLiteral("nextUnlabelled"));
    m_next->setFocusPolicy(Qt::TabFocus);
    titleActions()->addWidget(m_tools);
    titleActions()->addWidget(m_next);
    setContentToEdges();
    connectParts();
    connectShapes();
    connectStudio();
    openProject();
}

QWidget* LabelPage::buildBody() {
    auto* body = new QWidget(this);
    auto* columns = new QHBoxLayout(body);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    m_canvas = new ShapeCanvas(*m_editor, body);
    m_toolStrip = new ToolStrip(*m_canvas, *m_editor, body);
    m_shapes = new ShapeList(*m_editor, body);
    m_strip = new FilmStrip(m_thumbnails, body);
    m_classes = new ClassButtons(body);
    m_classes->setFixedWidth(kSideWidth);
    m_shapes->setFixedWidth(kSideWidth);
    m_tools = new CanvasTools(*m_canvas, this);
    m_view = new ViewMenu(*m_canvas, *new MiniMap(*m_canvas), this);
    m_tools->setViewMenu(m_view);
    auto* work = new QHBoxLayout;
    work->setSpacing(0);
    work->addWidget(m_toolStrip);
    work->addWidget(m_canvas, 1);
    left->addLayout(work, 1);
    left->addWidget(m_strip);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_classes, 3);
    right->addWidget(m_shapes, 2);
    right->addWidget(new ShapeDetails(*m_editor, body));
    columns->addLayout(left, 1);
    columns->addWidget(hairline(Qt::Vertical, body));
    columns->addLayout(right);
    return body;
}

void LabelPage::connectParts() {
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (m_classes->unlabelled() == 0)
            Q_EMIT goTo(PageId::Model);
        else
            nextUnlabelled();
    });
    connect(m_emptyButton, &QPushButton::clicked, this,
            [this] { Q_EMIT goTo(m_studio.project() ? PageId::Data : PageId::Start); });
    connect(m_loader, &ImageLoader::ready, this, &LabelPage::showLoaded);
    connect(m_strip, &FilmStrip::picked, this, &LabelPage::goToIndex);
    connect(m_classes, &ClassButtons::picked, this, &LabelPage::assign);
    connect(m_classes, &ClassButtons::searchWanted, this, &LabelPage::searchClass);
    connect(m_classes, &ClassButtons::doneAdding, this, [this] { m_canvas->setFocus(Qt::OtherFocusReason); });
    connect(m_classes, &ClassButtons::failed, this,
            [this](const QString& text) { Q_EMIT m_studio.notify(text, true); });
    connect(m_classes, &ClassButtons::advanceChanged, this, [this](bool on) {
        if (m_studio.project())
            (void)m_studio.project()->setSetting(kAdvanceSetting, on ? "1" : "0");
    });
    connect(m_view, &ViewMenu::chosen, this, [this] {
        if (m_studio.project() && !m_studio.project()->readOnly())
            (void)m_studio.project()->setSetting(kViewSetting, m_view->settings());
    });
    connect(m_view, &ViewMenu::bandsChanged, this, [this] { m_loader->setBands(m_view->bands()); });
    connect(m_actions, &ImageActions::classAssigned, this, &LabelPage::afterAssigning);
    connect(&m_thumbnails, &ThumbnailCache::ready, this, [this](ImageId id) {
        if (id == currentImage() && !m_loader->has(id))
            showCurrent();
    });
    connect(m_tools, &CanvasTools::previous, this, [this] { step(-1); });
    connect(m_tools, &CanvasTools::next, this, [this] { step(1); });
    connect(m_tools, &CanvasTools::undo, this, [this] { m_studio.project()->undoStack().undo(); });
    connect(m_tools, &CanvasTools::redo, this, [this] { m_studio.project()->undoStack().redo(); });
}

void LabelPage::connectStudio() {
    connect(&m_studio, &Studio::projectAboutToClose, this, &LabelPage::closeProject);
    connect(&m_studio, &Studio::projectOpened, this, &LabelPage::openProject);
    connect(&m_studio, &Studio::projectChanged, this, &LabelPage::apply);
}

void LabelPage::openProject() {
    project::Project* project = m_studio.project();
    m_loader->clear();
    m_canvas->clear();
    m_strip->setProject(project);
    m_classes->setProject(project);
    m_editor->setProject(project);
    m_canvas->setTool(firstTool(QString::fromStdString(project ? project->setting(kToolSetting) : "")));
    m_toolStrip->setVisible(forShapes() && !project->readOnly());
    refreshMarks();
    m_index = -1;
    m_order.clear();
    if (project) {
        QUndoStack& stack = project->undoStack();
        connect(&stack, &QUndoStack::indexChanged, this, &LabelPage::refreshTexts);
        m_view->setSettings(project->setting(kViewSetting));
        m_classes->setAdvance(project->setting(kAdvanceSetting, "1") == "1");
        takeAllImages();
        const ImageId last{QString::fromStdString(project->setting(kImageSetting)).toLongLong()};
        const auto found = std::find(m_order.begin(), m_order.end(), last);
        goToIndex(found == m_order.end() ? 0 : int(found - m_order.begin()));
    }
    refreshTexts();
}

void LabelPage::closeProject() {
    if (project::Project* project = m_studio.project()) {
        disconnect(&project->undoStack(), nullptr, this, nullptr);
        if (!project->readOnly() && currentImage()) {
            (void)project->setSetting(kImageSetting, std::to_string(currentImage().value));
            (void)project->setSetting(kToolSetting, entryOf(m_canvas->tool()).name);
        }
    }
    m_loader->clear();
    m_strip->setProject(nullptr);
    m_classes->setProject(nullptr);
    m_canvas->cancelGesture();
    m_editor->setProject(nullptr);
    m_canvas->clear();
    m_order.clear();
    m_index = -1;
}

void LabelPage::apply(const project::Change& change) {
    if (!m_studio.project())
        return;
    m_classes->refresh();
    m_strip->refresh();
    if (change.classes)
        refreshMarks();
    m_editor->apply(change);
    if (!change.imagesAdded.empty() || !change.imagesRemoved.empty())
        keepOrder(change);
    else if (const ImageId place = elsewhere(change); place && isVisible() && !m_assigning)
        showImage(place);
    refreshTexts();
}

void LabelPage::refreshTexts() {
    project::Project* project = m_studio.project();
    const bool ready = project && !project->images().empty();
    m_stack->setCurrentIndex(ready ? 1 : 0);
    m_next->setVisible(ready);
    m_tools->setVisible(ready);
    offerNextStep();
    m_empty->setTexts(project ? tr("No images to label yet") : tr("No project is open"),
                      project ? tr("Add images on the Data page; then they are labelled here, one key each.")
                              : tr("Open or create a project; then its images are labelled here."));
    m_emptyButton->setText(project ? tr("Go to Data") : tr("Open or create a project"));
    m_tools->setUndo(project && project->undoStack().canUndo(), project && project->undoStack().canRedo());
    describeImage(project ? project->image(currentImage()) : nullptr);
    if (ready != m_wasReady) {
        m_wasReady = ready;
        Q_EMIT readinessChanged();
    }
}

// When all is labelled, the way leads on: to a model, which there is for classes of whole images only.
void LabelPage::offerNextStep() {
    const bool done = m_classes->unlabelled() == 0;
    m_next->setVisible(!done || !forShapes());
    m_next->setText(done ? tr("Go to Model") : tr("Next unlabelled"));
    const QString all = forShapes() ? tr("Every image has shapes") : tr("Every image has a class");
    m_next->setToolTip(done ? all : tr("Space"));
}

void LabelPage::describeImage(const project::ImageRecord* image) {
    m_classes->setCurrent(forShapes() ? m_editor->shownClass() : image ? image->label : ClassId{});
    if (!image) {
        setSubtitle({});
        return;
    }
    const QString place = tr("%1 of %2").arg(countText(m_index + 1), countText(qint64(m_order.size())));
    const QString size = tr("%1 × %2 px").arg(image->width).arg(image->height);
    setSubtitle(QStringList{place, nameInFolder(*image), size}.join(QStringLiteral(" · ")));
    const annotation::LabelClass* labelClass = m_studio.project()->labelClass(image->label);
    m_canvas->setAccessibleName(
        words::spoken(*image, labelClass ? QString::fromStdString(labelClass->name) : QString(), false));
}

void LabelPage::assign(ClassId id) {
    if (forShapes())
        return m_editor->chooseClass(id);
    m_assigning = true;
    const bool assigned = m_actions->assignClass({currentImage()}, id);
    m_assigning = false;
    if (assigned && id)
        afterAssigning();
}

void LabelPage::assignKey(int key) {
    if (forShapes())
        return chooseShapeClass(key);
    m_assigning = true;
    const bool assigned = currentImage() && m_actions->assignKey({currentImage()}, key);
    m_assigning = false;
    if (assigned && key != 0)
        afterAssigning();
}

void LabelPage::afterAssigning() {
    if (m_classes->advance())
        step(1);
}

void LabelPage::searchClass(const QRect& globalAnchor) {
    if (forShapes())
        return searchShapeClass(globalAnchor);
    if (currentImage())
        m_actions->searchClass({currentImage()}, this, globalAnchor);
}

QString LabelPage::notReadyReason() const {
    if (!m_studio.project())
        return tr("Open or create a project first.");
    return m_studio.project()->images().empty() ? tr("Add images on the Data page first.") : QString();
}

void LabelPage::entered() {
    if (m_index >= 0)
        goToIndex(m_index);
    const project::Project* project = m_studio.project();
    if (m_index >= 0 && project->classes().empty() && !project->readOnly())
        m_classes->beginAdding(); // nothing else can be done before
    else
        m_canvas->setFocus(Qt::OtherFocusReason);
}

bool LabelPage::settled() const {
    return !currentImage() || (m_loader->has(currentImage()) && m_thumbnails.idle() && m_canvas->idle());
}

} // namespace graft::ui
