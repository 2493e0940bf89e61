#include "ui/start/StartPage.h"

#include "ui/frame/PageNames.h"
#include "ui/frame/Studio.h"
#include "ui/start/NewProjectForm.h"
#include "ui/start/RecentCards.h"
#include "ui/start/SamplePictures.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QScrollArea>
#include <QStackedWidget>

namespace graft::ui {
namespace {
enum Sheet { Welcome, Form };
}

StartPage::StartPage(Studio& studio, QWidget* parent)
    : Page(PageId::Start, pageTitle(PageId::Start), parent), m_studio(studio),
      m_stack(new QStackedWidget(this)), m_message(new InlineMessage(this)) {
    setObjectName(QStringLiteral("startPage"));
    m_message->setObjectName(QStringLiteral("startMessage"));
    m_sample = new QuietButton(tr("Sample project"), QStringLiteral("microscope"), this);
    m_sample->setObjectName(QStringLiteral("sampleProject"));
    m_open = new QuietButton(tr("Open…"), QStringLiteral("folder"), this);
    m_open->setObjectName(QStringLiteral("openProject"));
    m_new = new PrimaryButton(tr("New project"), this);
    m_new->setObjectName(QStringLiteral("newProject"));
    for (QPushButton* button : {m_sample, m_open, m_new})
        titleActions()->addWidget(button);
    content()->addWidget(m_message);
    content()->addWidget(m_stack, 1);
    m_stack->addWidget(buildWelcome());
    m_stack->addWidget(buildForm());

    connect(m_new, &QPushButton::clicked, this, [this] { beginProject(); });
    connect(m_open, &QPushButton::clicked, this, &StartPage::chooseProject);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::paintSample);
    connect(m_recent, &RecentCards::chosen, this, [this](const QString& folder) { openProject(folder); });
    connect(m_recent, &RecentCards::missingChosen, this, [this](const QString& folder) {
        m_message->setAction({});
        m_message->show(
            InlineMessage::Kind::Warning,
            tr("There is no project at %1 any more. Was it moved or renamed? Open it at its new place.")
                .arg(QDir::toNativeSeparators(folder)));
    });
    connect(&m_studio, &Studio::recentProjectsChanged, this, [this] {
        m_recent->refresh();
        refresh();
    });
    connect(&m_studio, &Studio::projectOpened, this, [this] {
        m_message->hide();
        m_stack->setCurrentIndex(Welcome);
        refresh();
    });
    connect(&m_studio.jobs(), &jobs::JobQueue::jobAdded, this, &StartPage::showPainting,
            Qt::QueuedConnection);
    m_recent->refresh();
    refresh();
}

QWidget* StartPage::buildHero() {
    m_hero = new QWidget(this);
    auto* sides = new QHBoxLayout(m_hero);
    sides->setContentsMargins(0, theme::kAround, 0, theme::kAround);
    sides->setSpacing(2 * theme::kAround);
    auto* column = new QVBoxLayout;
    column->setSpacing(theme::kBetween);
    sides->addLayout(column, 1);
    column->addStretch(1);
    QLabel* headline = figureLabel(tr("Teach a network to see what you see"), m_hero);
    headline->setObjectName(QStringLiteral("heroHeadline"));
    QLabel* sentence =
        bodyLabel(tr("Sort your images into classes, fine-tune a pretrained network on them by pointing and "
                     "clicking, and see with your own eyes what it gets right and wrong. Everything stays "
                     "on this computer."),
                  m_hero);
    sentence->setFont(theme::font(theme::TextSize::Lead));
    sentence->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel* label : {headline, sentence}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kInside);
    m_try = new PrimaryButton(tr("Try it with a sample"), m_hero);
    m_try->setObjectName(QStringLiteral("trySample"));
    m_firstNew = new QuietButton(tr("New project"), QStringLiteral("plus"), m_hero);
    m_firstNew->setObjectName(QStringLiteral("firstNewProject"));
    auto* open = new QuietButton(tr("Open a project…"), QStringLiteral("folder"), m_hero);
    for (QPushButton* button : std::initializer_list<QPushButton*>{m_try, m_firstNew, open})
        buttons->addWidget(button);
    buttons->addStretch(1);
    column->addSpacing(theme::kInside);
    column->addLayout(buttons);
    column->addStretch(1);
    m_pictures = new SamplePictures(m_hero);
    sides->addWidget(m_pictures, 0, Qt::AlignVCenter);
    connect(m_try, &QPushButton::clicked, this, &StartPage::paintSample);
    connect(m_firstNew, &QPushButton::clicked, this, [this] { beginProject(); });
    connect(open, &QPushButton::clicked, this, &StartPage::chooseProject);
    return m_hero;
}

QWidget* StartPage::buildSteps() {
    const std::pair<PageId, QString> steps[] = {
        {PageId::Data, tr("Drop in a folder of images. They stay where they are.")},
        {PageId::Label, tr("Give each image its class, with one key.")},
        {PageId::Model, tr("Choose a pretrained network. It knows much already.")},
        {PageId::Train, tr("Watch it learn, in minutes, on this computer.")},
        {PageId::Evaluate, tr("See what it gets right and wrong, image by image.")},
    };
    m_steps = new QWidget(this);
    auto* line = new QHBoxLayout(m_steps);
    line->setContentsMargins(0, theme::kAround, 0, 0);
    line->setSpacing(theme::kAround);
    for (const auto& [page, text] : steps) {
        auto* step = new QVBoxLayout;
        step->setSpacing(theme::kInside);
        step->addWidget(new IconLabel(pageIcon(page), theme::kAround, m_steps));
        step->addWidget(headingLabel(pageTitle(page), m_steps));
        QLabel* words = secondaryLabel(text, m_steps);
        words->setWordWrap(true);
        words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        step->addWidget(words, 1);
        line->addLayout(step, 1);
    }
    return m_steps;
}

QWidget* StartPage::buildPainting() {
    m_painting = new QWidget(this);
    m_painting->setObjectName(QStringLiteral("samplePainting"));
    auto* line = new QHBoxLayout(m_painting);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::kBetween);
    m_paintingText = bodyLabel({}, m_painting);
    m_paintingBar = new QProgressBar(m_painting);
    m_paintingBar->setTextVisible(false);
    m_paintingBar->setFixedSize(240, theme::kUnit);
    m_paintingBar->setAccessibleName(tr("Progress of the sample project"));
    m_paintingCancel = new QuietButton(tr("Cancel"), {}, m_painting);
    line->addWidget(m_paintingText);
    line->addWidget(m_paintingBar);
    line->addWidget(m_paintingCancel);
    line->addStretch(1);
    connect(m_paintingCancel, &QPushButton::clicked, this, [this] {
        if (m_studio.sampleJob())
            m_studio.sampleJob()->cancel();
    });
    m_painting->hide();
    return m_painting;
}

QWidget* StartPage::buildWelcome() {
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* board = new QWidget(scroll);
    auto* column = new QVBoxLayout(board);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kBetween);
    column->addWidget(buildHero());
    column->addWidget(buildPainting());
    m_recentTitle = headingLabel(tr("Recent projects"), board);
    column->addWidget(m_recentTitle);
    m_recent = new RecentCards(m_studio, board);
    column->addWidget(m_recent);
    column->addWidget(buildSteps());
    column->addStretch(1);
    scroll->setWidget(board);
    return scroll;
}

QWidget* StartPage::buildForm() {
    auto* sheet = new QWidget(this);
    auto* line = new QHBoxLayout(sheet);
    line->setContentsMargins(0, theme::kAround, 0, 0);
    m_form = new NewProjectForm(sheet);
    auto* column = new QVBoxLayout;
    column->addWidget(m_form);
    column->addStretch(1);
    line->addStretch(1);
    line->addLayout(column, 4);
    line->addStretch(1);
    connect(m_form, &NewProjectForm::cancelled, this, [this] {
        m_stack->setCurrentIndex(Welcome);
        refresh();
    });
    connect(m_form, &NewProjectForm::accepted, this, &StartPage::createProject);
    return sheet;
}

void StartPage::refresh() {
    const bool first = m_recent->count() == 0;
    const bool welcome = m_stack->currentIndex() == Welcome;
    m_hero->setVisible(first);
    m_steps->setVisible(first);
    m_recentTitle->setVisible(!first);
    m_recent->setVisible(!first);
    for (QPushButton* button : {m_sample, m_open, m_new})
        button->setVisible(welcome && !first);
    const bool painting = m_studio.sampleJob() && !m_studio.sampleJob()->isOver();
    m_painting->setVisible(painting);
    m_sample->setEnabled(!painting);
    m_try->setEnabled(!painting);
}

void StartPage::entered() {
    m_recent->refresh();
    refresh();
    if (m_stack->currentIndex() == Welcome)
        (m_recent->count() == 0 ? m_try : m_new)->setFocus(Qt::OtherFocusReason);
}

bool StartPage::settled() const {
    return m_recent->settled() && m_pictures->settled() &&
           !(m_studio.sampleJob() && !m_studio.sampleJob()->isOver());
}

void StartPage::beginProject(const QStringList& sources) {
    m_message->hide();
    m_stack->setCurrentIndex(Form);
    refresh();
    m_form->begin(m_studio.preferences().projectsFolder(), sources);
}

void StartPage::createProject() {
    const QStringList sources = m_form->sources();
    const auto made = m_studio.createProject(m_form->folder().toStdString(), m_form->task());
    if (!made)
        return m_form->showError(QString::fromStdString(made.error().message));
    Q_EMIT projectCreated(sources);
}

void StartPage::chooseProject() {
    auto* dialog = new QFileDialog(this, tr("Open a project (a .graft folder)"),
                                   m_studio.preferences().projectsFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) { openProject(folder); });
    dialog->open();
}

void StartPage::openProject(const QString& folder, project::Access access) {
    m_stack->setCurrentIndex(Welcome);
    refresh();
    m_message->hide();
    m_message->setAction({})->disconnect(this);
    const auto opened = m_studio.openProject(folder.toStdString(), access);
    if (opened) {
        Q_EMIT goTo(PageId::Data);
        return;
    }
    m_message->show(InlineMessage::Kind::Error, QString::fromStdString(opened.error().message));
    const bool isProject = QFileInfo(folder + QStringLiteral("/project.sqlite")).isFile();
    if (access == project::Access::ReadWrite && isProject)
        connect(m_message->setAction(tr("Open read-only")), &QPushButton::clicked, this,
                [this, folder] { openProject(folder, project::Access::ReadOnly); });
}

void StartPage::paintSample() {
    m_message->hide();
    m_studio.createSample(m_studio.preferences().samplesFolder().toStdString());
    showPainting();
}

void StartPage::showPainting() {
    refresh();
    jobs::Job* job = m_studio.sampleJob();
    if (!job || job->isOver() || job == m_followed)
        return;
    m_followed = job;
    m_paintingBar->setRange(0, 0);
    m_paintingText->setText(job->title());
    connect(job, &jobs::Job::progressed, this, [this, job] {
        m_paintingBar->setRange(0, int(job->progress().total));
        m_paintingBar->setValue(int(job->progress().done));
    });
    connect(job, &jobs::Job::finished, this, &StartPage::refresh);
}

} // namespace graft::ui
