#include "ui/start/NewProjectForm.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRadioButton>

namespace graft::ui {
namespace {

constexpr int kWidth = 560;
constexpr int kLongestName = 100;

/// A folder of this name can be made on every common file system.
bool isGoodName(const QString& name) {
    static const QString kForbidden = QStringLiteral("/\\:*?\"<>|");
    return !name.isEmpty() && !name.startsWith(QLatin1Char('.')) &&
           std::none_of(name.begin(), name.end(), [](QChar c) {
               return kForbidden.contains(c) || c.category() == QChar::Other_Control;
           });
}

} // namespace

NewProjectForm::NewProjectForm(QWidget* parent)
    : QWidget(parent), m_name(new QLineEdit(this)), m_place(new QLineEdit(this)),
      m_task(new QButtonGroup(this)), m_taskNote(secondaryLabel({}, this)),
      m_preview(secondaryLabel({}, this)), m_sourcesNote(secondaryLabel({}, this)),
      m_error(new InlineMessage(this)), m_create(new PrimaryButton(tr("Create project"), this)) {
    setObjectName(QStringLiteral("newProjectForm"));
    setMaximumWidth(kWidth);
    m_name->setObjectName(QStringLiteral("projectName"));
    m_name->setMaxLength(kLongestName);
    m_place->setObjectName(QStringLiteral("projectPlace"));
    m_create->setObjectName(QStringLiteral("createProject"));
    m_preview->setObjectName(QStringLiteral("projectPreview"));
    m_preview->setWordWrap(true);
    m_sourcesNote->setWordWrap(true);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kBetween);
    QLabel* heading = headingLabel(tr("New project"), this);
    heading->setFont(theme::font(theme::TextSize::Title, QFont::DemiBold));
    column->addWidget(heading);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(theme::kBetween);
    form->setVerticalSpacing(theme::kInside + theme::kUnit);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(tr("&Name"), m_name);
    auto* place = new QHBoxLayout;
    place->setSpacing(theme::kInside);
    auto* browse = new QuietButton(tr("Choose…"), QStringLiteral("folder"), this);
    browse->setAccessibleName(tr("Choose the folder of the project"));
    place->addWidget(m_place, 1);
    place->addWidget(browse);
    QLabel* placeLabel = bodyLabel(tr("&Folder"), this);
    placeLabel->setBuddy(m_place);
    form->addRow(placeLabel, place);
    addTasks(*form);
    m_taskNote->setWordWrap(true);
    m_taskNote->setText(
        tr("Boxes, outlines and masks are drawn, imported and kept; this version trains on one class "
           "for each image only."));
    form->addRow(QString(), m_taskNote);
    column->addLayout(form);
    column->addWidget(m_preview);
    column->addWidget(m_sourcesNote);
    column->addWidget(m_error);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kInside);
    auto* cancel = new QuietButton(tr("Cancel"), {}, this);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_create);
    column->addLayout(buttons);

    connect(m_name, &QLineEdit::textChanged, this, &NewProjectForm::refresh);
    connect(m_place, &QLineEdit::textChanged, this, &NewProjectForm::refresh);
    for (QLineEdit* edit : {m_name, m_place})
        connect(edit, &QLineEdit::returnPressed, m_create, &QPushButton::click);
    connect(m_task, &QButtonGroup::idToggled, this, &NewProjectForm::refresh);
    connect(browse, &QPushButton::clicked, this, &NewProjectForm::choosePlace);
    connect(cancel, &QPushButton::clicked, this, &NewProjectForm::cancelled);
    connect(m_create, &QPushButton::clicked, this, &NewProjectForm::accepted);
}

// All choices are seen at once, and one click takes one.
void NewProjectForm::addTasks(QFormLayout& form) {
    const std::pair<annotation::TaskKind, QString> tasks[] = {
        {annotation::TaskKind::Classification, tr("One class for each image")},
        {annotation::TaskKind::Detection, tr("Boxes around things")},
        {annotation::TaskKind::Segmentation, tr("Outlines and masks of things")}};
    QLabel* label = bodyLabel(tr("&Task"), this);
    auto* column = new QVBoxLayout;
    column->setSpacing(theme::kInside);
    for (const auto& [task, text] : tasks) {
        auto* button = new QRadioButton(text, this);
        button->setObjectName(QStringLiteral("task.") + QString::fromUtf8(annotation::name(task).data()));
        m_task->addButton(button, int(task));
        column->addWidget(button);
        if (!label->buddy())
            label->setBuddy(button);
    }
    m_task->button(int(annotation::TaskKind::Classification))->setChecked(true);
    form.addRow(label, column);
}

void NewProjectForm::begin(const QString& place, const QStringList& sources) {
    m_sources = sources;
    m_error->hide();
    m_task->button(int(annotation::TaskKind::Classification))->setChecked(true);
    m_place->setText(QDir::toNativeSeparators(place));
    m_name->setText(sources.isEmpty() ? QString() : QFileInfo(sources.front()).completeBaseName());
    m_name->selectAll();
    QStringList names;
    for (const QString& source : sources)
        names << QFileInfo(source).fileName();
    m_sourcesNote->setVisible(!sources.isEmpty());
    m_sourcesNote->setText(tr("Then adds: %1").arg(names.join(QStringLiteral(", "))));
    refresh();
    m_name->setFocus(Qt::OtherFocusReason);
}

QString NewProjectForm::folder() const {
    QString name = m_name->text().trimmed();
    if (name.endsWith(QStringLiteral(".graft")))
        name.chop(6);
    return QDir::cleanPath(QDir::fromNativeSeparators(m_place->text().trimmed()) + QLatin1Char('/') + name) +
           QStringLiteral(".graft");
}

annotation::TaskKind NewProjectForm::task() const {
    return annotation::TaskKind(m_task->checkedId());
}

void NewProjectForm::refresh() {
    m_taskNote->setVisible(task() != annotation::TaskKind::Classification);
    const QString name = m_name->text().trimmed();
    const QString place = m_place->text().trimmed();
    m_error->hide();
    QString hint;
    bool ready = false;
    if (name.isEmpty())
        hint =
            tr("The images stay where they are; the project remembers their classes and what was learned.");
    else if (!isGoodName(name))
        hint = tr("A name cannot begin with a dot or contain any of / \\ : * ? \" < > |");
    else if (place.isEmpty() || !QFileInfo(place).isDir())
        hint = tr("The folder does not exist.");
    else if (QFileInfo::exists(folder()))
        hint =
            tr("%1 exists already; choose another name, or open it.").arg(QDir::toNativeSeparators(folder()));
    else {
        ready = true;
        hint = tr("Makes %1").arg(QDir::toNativeSeparators(folder()));
    }
    m_preview->setText(hint);
    m_create->setEnabled(ready);
}

void NewProjectForm::choosePlace() {
    auto* dialog = new QFileDialog(this, tr("Folder of the project"), m_place->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& folder) { m_place->setText(QDir::toNativeSeparators(folder)); });
    dialog->open();
}

void NewProjectForm::showError(const QString& message) {
    m_error->show(InlineMessage::Kind::Error, message);
}

void NewProjectForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

} // namespace graft::ui
