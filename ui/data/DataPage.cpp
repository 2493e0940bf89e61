#include "ui/data/DataPage.h"

#include "ui/data/ClassesSection.h"
#include "ui/data/DropOverlay.h"
#include "ui/data/FilterBar.h"
#include "ui/data/GridView.h"
#include "ui/data/ImageActions.h"
#include "ui/data/ImportBar.h"
#include "ui/data/MovedImagesBar.h"
#include "ui/data/SplitSection.h"
#include "ui/data/ThumbnailCache.h"
#include "ui/data/Words.h"
#include "ui/frame/Studio.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QUrl>

namespace graft::ui {
namespace {

QStringList localPaths(const QMimeData* data) {
    QStringList paths;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

bool isProject(const QString& path) {
    return QFileInfo(path + QStringLiteral("/project.sqlite")).isFile() ||
           QFileInfo(path).fileName() == QLatin1String("project.sqlite");
}

constexpr int kZoomStep = 24;

} // namespace

DataPage::DataPage(Studio& studio, QWidget* parent)
    : Page(PageId::Data, tr("Data"), parent), m_studio(studio), m_thumbnails(ThumbnailCache::of(studio)),
      m_actions(new ImageActions(studio, this)), m_stack(new QStackedWidget(this)),
      m_add(new PrimaryButton(tr("Add images…"), this)) {
    setObjectName(QStringLiteral("dataPage"));
    setAcceptDrops(true);
    m_add->setObjectName(QStringLiteral("addImages"));
    titleActions()->addWidget(m_add);
    m_import = new ImportBar(m_studio, this);
    m_moved = new MovedImagesBar(m_studio, this);
    content()->addWidget(m_import);
    content()->addWidget(m_moved);
    content()->addWidget(m_stack, 1);
    m_stack->addWidget(buildEmpty());
    m_stack->addWidget(buildBody());
    m_drop = new DropOverlay(tr("Drop folders or images to add them"), this);
    connectParts();
    connectStudio();
    openProject();
}

QWidget* DataPage::buildEmpty() {
    m_empty = new EmptyState(QStringLiteral("data"), {}, {}, this);
    m_empty->setObjectName(QStringLiteral("dataEmpty"));
    m_emptyButton = m_empty->addPrimary(tr("Add images…"));
    m_emptyButton->setObjectName(QStringLiteral("addImagesEmpty"));
    return m_empty;
}

QWidget* DataPage::buildBody() {
    auto* body = new QWidget(this);
    auto* columns = new QHBoxLayout(body);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(theme::kBetween);
    auto* left = new QVBoxLayout;
    left->setSpacing(theme::kInside + theme::kUnit);
    m_filters = new FilterBar(m_list, body);
    m_grid = new GridView(m_thumbnails, body);
    m_noMatch = new EmptyState(QStringLiteral("filter"), tr("No image matches"),
                               tr("The filters leave nothing to show."), body);
    m_noMatch->setObjectName(QStringLiteral("noMatch"));
    QPushButton* clear = m_noMatch->addSecondary(tr("Clear the filters"));
    clear->setObjectName(QStringLiteral("noMatchClear"));
    connect(clear, &QPushButton::clicked, this, [this] {
        m_filters->setFilter({});
        m_list.setFilter({});
        showList();
        m_grid->setFocus();
    });
    m_gridStack = new QStackedWidget(body);
    m_gridStack->addWidget(m_grid);
    m_gridStack->addWidget(m_noMatch);
    left->addWidget(m_filters);
    left->addWidget(m_gridStack, 1);
    columns->addLayout(left, 1);
    columns->addWidget(buildPanel());
    return body;
}

QWidget* DataPage::buildPanel() {
    auto* panel = new SidePanel(this);
    panel->setObjectName(QStringLiteral("dataPanel"));
    m_classes = new ClassesSection(panel);
    m_split = new SplitSection(panel);
    panel->addSection(tr("Classes"))->addWidget(m_classes);
    panel->addSection(tr("Split"))->addWidget(m_split);
    return panel;
}

void DataPage::connectParts() {
    const auto failed = [this](const QString& text) { Q_EMIT m_studio.notify(text, true); };
    connect(m_add, &QPushButton::clicked, this, [this] { showAddMenu(m_add); });
    connect(m_emptyButton, &QPushButton::clicked, this, [this] {
        if (m_studio.project())
            showAddMenu(m_emptyButton);
        else
            Q_EMIT goTo(PageId::Start);
    });
    connect(m_filters, &FilterBar::filterChanged, this, [this](const ImageFilter& filter) {
        m_list.setFilter(filter);
        showList();
    });
    connect(m_filters, &FilterBar::orderChanged, this, [this](const ImageOrder& order) {
        m_list.setOrder(order);
        showList();
    });
    connect(m_filters, &FilterBar::thumbnailSizeChanged, m_grid, &GridView::setRowHeight);
    connect(m_grid, &GridView::rowHeightChanged, m_filters, &FilterBar::setThumbnailSize);
    connect(m_filters, &FilterBar::searchLeft, m_grid, [this] { m_grid->setFocus(Qt::OtherFocusReason); });
    connect(m_grid, &GridView::selectionChanged, this,
            [this] { m_filters->setSelected(m_grid->selection().count()); });
    connect(m_grid, &GridView::activated, this, [this](ImageId id) { Q_EMIT openInLabel(id, m_list.ids()); });
    connect(m_grid, &GridView::menuWanted, this, &DataPage::showMenu);
    connect(m_classes, &ClassesSection::failed, this, failed);
    connect(m_classes, &ClassesSection::filterWanted, this, [this](ClassId id) {
        const ImageFilter filter{.classes = {id}};
        m_list.setFilter(filter);
        m_filters->setFilter(filter);
        showList();
    });
    connect(m_split, &SplitSection::failed, this, failed);
    m_filters->setThumbnailSize(m_grid->rowHeight());
}

void DataPage::connectStudio() {
    connect(&m_studio, &Studio::projectAboutToClose, this, &DataPage::closeProject);
    connect(&m_studio, &Studio::projectOpened, this, &DataPage::openProject);
    connect(&m_studio, &Studio::projectChanged, this, &DataPage::apply);
}

void DataPage::openProject() {
    project::Project* project = m_studio.project();
    m_list = ImageList();
    m_grid->setProject(project);
    m_filters->setProject(project);
    m_classes->setProject(project);
    m_split->setProject(project);
    if (project) {
        m_list.setClasses(project->classes());
        m_list.setImages(project->images());
        m_grid->setList(m_list);
    }
    showList();
}

void DataPage::closeProject() {
    m_list = ImageList();
    m_grid->setProject(nullptr);
    m_filters->setProject(nullptr);
    m_classes->setProject(nullptr);
    m_split->setProject(nullptr);
}

void DataPage::apply(const project::Change& change) {
    const project::Project* project = m_studio.project();
    if (!project)
        return;
    if (change.classes) {
        m_list.setClasses(project->classes());
        m_filters->setFilter(m_list.filter());
    }
    if (!change.imagesAdded.empty() || !change.imagesRemoved.empty())
        m_list.setImages(project->images());
    else if (!change.imagesChanged.empty() || change.classes)
        m_list.updateImages(project->images());
    m_classes->refresh();
    m_split->refresh();
    showList();
}

void DataPage::showList() {
    if (m_studio.project())
        m_grid->setList(m_list);
    m_filters->refresh();
    m_gridStack->setCurrentIndex(m_list.ids().empty() && m_list.total() > 0 ? 1 : 0);
    refreshTexts();
}

void DataPage::refreshTexts() {
    const project::Project* project = m_studio.project();
    const bool ready = m_list.total() > 0;
    m_stack->setCurrentIndex(ready ? 1 : 0);
    m_add->setVisible(ready);
    m_add->setEnabled(project && !project->readOnly());
    if (!project) {
        m_empty->setTexts(tr("No project is open"),
                          tr("A project holds your images, their classes and what was learned from them."));
        m_emptyButton->setText(tr("Open or create a project"));
    } else {
        m_empty->setTexts(tr("Add the images to learn from"),
                          tr("Drop a folder here. The images stay where they are; folders named like classes "
                             "can label them."));
        m_emptyButton->setText(tr("Add images…"));
    }
    QStringList parts;
    if (ready) {
        const int classes = int(project->classes().size());
        parts << words::imageCount(m_list.total())
              << (classes == 1 ? tr("1 class") : tr("%1 classes").arg(countText(classes)));
        if (m_list.duplicates() > 0)
            parts << (m_list.duplicates() == 1 ? tr("1 duplicate")
                                               : tr("%1 duplicates").arg(countText(m_list.duplicates())));
    }
    setSubtitle(parts.join(QStringLiteral(" · ")));
    if (ready != m_wasReady) {
        m_wasReady = ready;
        Q_EMIT readinessChanged();
    }
}

QString DataPage::notReadyReason() const {
    return m_studio.project() ? QString() : tr("Open or create a project first.");
}

void DataPage::entered() {
    m_moved->look();
    m_thumbnails.retryFailed();
    (m_list.total() > 0 ? static_cast<QWidget*>(m_grid) : m_emptyButton)->setFocus(Qt::OtherFocusReason);
}

bool DataPage::settled() const {
    return m_list.total() == 0 || (m_grid->settled() && m_thumbnails.idle() && m_moved->settled());
}

bool DataPage::zoomable() const {
    return m_list.total() > 0;
}

void DataPage::zoom(int step) {
    m_grid->setRowHeight(step == 0 ? GridView::kUsualRowHeight : m_grid->rowHeight() + step * kZoomStep);
}

void DataPage::addSources(const QStringList& sources) {
    if (sources.isEmpty())
        return;
    if (!m_studio.project())
        Q_EMIT m_studio.notify(tr("Open or create a project first; then add images to it."), true);
    else
        m_import->begin(sources);
}

void DataPage::showAddMenu(QPushButton* button) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("addImagesMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(theme::icon(QStringLiteral("folder")), tr("A folder…"), this, &DataPage::chooseFolder);
    menu->addAction(theme::icon(QStringLiteral("image")), tr("Image files or a class table…"), this,
                    &DataPage::chooseFiles);
    menu->popup(button->mapToGlobal(QPoint(0, button->height() + 2)));
}

void DataPage::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Add a folder of images"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::filesSelected, this, &DataPage::addSources);
    dialog->open();
}

void DataPage::chooseFiles() {
    auto* dialog = new QFileDialog(this, tr("Add images"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &DataPage::addSources);
    dialog->open();
}

void DataPage::showMenu(const QPoint& globalPosition) {
    const std::vector<ImageId> images = m_grid->selection().ids();
    if (images.empty())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("imageMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open in Label\tEnter"), this,
                    [this, id = images.front()] { Q_EMIT openInLabel(id, m_list.ids()); });
    m_actions->fillMenu(*menu, images, m_grid);
    menu->popup(globalPosition);
}

void DataPage::keyPressEvent(QKeyEvent* event) {
    const std::vector<ImageId> images = m_grid->selection().ids();
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (event->matches(QKeySequence::Find) || (plain && event->key() == Qt::Key_Slash))
        return m_filters->focusSearch();
    if (plain && event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9) {
        m_actions->assignKey(images, event->key() - Qt::Key_0);
        return;
    }
    if (plain && event->key() == Qt::Key_C && !images.empty()) {
        const QRect cell = m_grid->cellInView(m_grid->selection().current());
        m_actions->searchClass(images, m_grid,
                               {m_grid->viewport()->mapToGlobal(cell.topLeft()), cell.size()});
        return;
    }
    if (plain && event->key() == Qt::Key_Delete) {
        m_actions->remove(images);
        return;
    }
    Page::keyPressEvent(event);
}

void DataPage::dragEnterEvent(QDragEnterEvent* event) {
    // A project is no source of images: the window opens it.
    const QStringList paths = localPaths(event->mimeData());
    if (!m_studio.project() || paths.isEmpty() || isProject(paths.front()))
        return event->ignore();
    event->acceptProposedAction();
    m_drop->show();
}

void DataPage::dragLeaveEvent(QDragLeaveEvent*) {
    m_drop->hide();
}

void DataPage::dropEvent(QDropEvent* event) {
    m_drop->hide();
    event->acceptProposedAction();
    addSources(localPaths(event->mimeData()));
}

} // namespace graft::ui
