#include "ui/settings/StorageSection.h"

#include "ui/frame/Studio.h"
#include "ui/theme/Theme.h"
#include "ui/train/TrainingSession.h"
#include "ui/widgets/Widgets.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QUrl>

namespace graft::ui {
namespace {

namespace fs = std::filesystem;

constexpr int kLabelWidth = 180;
constexpr qint64 kUndoLimits[] = {100'000'000, 500'000'000, 1'000'000'000, 5'000'000'000, 0};

/// Everything in `folder`, but not the folder; a job's work.
QString emptyFolder(const fs::path& folder) {
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        std::error_code ignored;
        fs::remove_all(entry->path(), ignored);
    }
    const bool empty = fs::is_empty(folder, failed);
    return empty || failed ? QString()
                           : StorageSection::tr("Some files in %1 could not be removed.")
                                 .arg(QString::fromStdString(folder.string()));
}

} // namespace

StorageSection::StorageSection(Studio& studio, TrainingSession& session, QWidget* parent)
    : QWidget(parent), m_studio(studio), m_session(session) {
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(theme::kBetween);
    form->setVerticalSpacing(theme::kInside);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const zoo::Zoo::Places places = zoo::Zoo::defaultPlaces();
    m_weights = addPlace(form, tr("Pretrained weights"), places.store);
    if (!places.offeredFolder.empty())
        addPlace(form, tr("Further weights"), places.offeredFolder);

    auto* line = new QHBoxLayout;
    m_cache = bodyLabel({}, this);
    m_cache->setObjectName(QStringLiteral("cacheSize"));
    m_cache->setWordWrap(true);
    m_clear = new QuietButton(tr("Clear"), QStringLiteral("trash"), this);
    m_clear->setObjectName(QStringLiteral("clearCache"));
    m_clear->setToolTip(tr("Kept results of frozen parts; the next run computes them anew."));
    line->addWidget(m_cache, 1);
    line->addWidget(m_clear);
    QLabel* label = bodyLabel(tr("Training cache"), this);
    label->setMinimumWidth(kLabelWidth);
    form->addRow(label, line);

    addUndoLimit(form);

    connect(m_clear, &QPushButton::clicked, this, &StorageSection::clearCache);
    connect(&m_weightsSize, &FolderSize::counted, this, &StorageSection::refreshTexts);
    connect(&m_cacheSize, &FolderSize::counted, this, &StorageSection::refreshTexts);
    connect(&m_session, &TrainingSession::stateChanged, this, &StorageSection::refreshTexts);
    connect(&m_studio, &Studio::projectOpened, this, [this] { isVisible() ? refresh() : refreshTexts(); });
    refreshTexts();
}

void StorageSection::addUndoLimit(QFormLayout* form) {
    m_undoLimit = new QComboBox(this);
    m_undoLimit->setObjectName(QStringLiteral("settingUndoLimit"));
    m_undoLimit->setAccessibleName(tr("Undo history"));
    m_undoLimit->setToolTip(tr("Where the history takes more, its oldest steps can no longer be undone."));
    for (const qint64 bytes : kUndoLimits)
        offerUndoLimit(bytes);
    connect(m_undoLimit, &QComboBox::activated, this, [this] {
        m_studio.setUndoLimit(m_undoLimit->currentData().toLongLong());
        refreshTexts();
    });
    m_undoBytes = bodyLabel({}, this);
    m_undoBytes->setObjectName(QStringLiteral("undoSize"));
    m_undoBytes->setWordWrap(true);
    auto* line = new QHBoxLayout;
    line->addWidget(m_undoBytes, 1);
    line->addWidget(m_undoLimit);
    QLabel* label = bodyLabel(tr("Undo history"), this);
    label->setMinimumWidth(kLabelWidth);
    form->addRow(label, line);
}

void StorageSection::offerUndoLimit(qint64 bytes) {
    m_undoLimit->addItem(bytes == 0 ? tr("No limit") : tr("At most %1").arg(bytesText(bytes)), bytes);
}

QLabel* StorageSection::addPlace(QFormLayout* form, const QString& name, const fs::path& folder) {
    const QString path = QDir::toNativeSeparators(QString::fromStdString(folder.string()));
    auto* line = new QHBoxLayout;
    QLabel* text = bodyLabel(path, this);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setWordWrap(true);
    text->setProperty("path", path);
    auto* show = new QuietButton(tr("Show"), QStringLiteral("folder"), this);
    show->setAccessibleName(tr("Show the folder: %1").arg(name));
    connect(show, &QPushButton::clicked, this, [this, path] {
        if (!QDir(path).exists())
            Q_EMIT m_studio.notify(tr("The folder %1 does not exist yet.").arg(path), true);
        else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
            Q_EMIT m_studio.notify(tr("The folder %1 cannot be shown.").arg(path), true);
    });
    line->addWidget(text, 1);
    line->addWidget(show);
    QLabel* label = bodyLabel(name, this);
    label->setMinimumWidth(kLabelWidth);
    form->addRow(label, line);
    return text;
}

fs::path StorageSection::cacheFolder() const {
    return m_studio.project() ? m_studio.project()->folder() / "cache" : fs::path();
}

void StorageSection::refresh() {
    m_weightsSize.count(zoo::Zoo::defaultPlaces().store);
    if (m_studio.project())
        m_cacheSize.count(cacheFolder());
    else
        m_cacheSize.clear();
    const qint64 limit = m_studio.preferences().undoLimit();
    if (m_undoLimit->findData(limit) < 0)
        offerUndoLimit(limit);
    m_undoLimit->setCurrentIndex(m_undoLimit->findData(limit));
    refreshTexts();
}

void StorageSection::refreshTexts() {
    const QString path = m_weights->property("path").toString();
    const auto weights = m_weightsSize.bytes();
    m_weights->setText(weights ? tr("%1 (%2)").arg(path, bytesText(*weights)) : path);
    const auto cache = m_cacheSize.bytes();
    if (!m_studio.project())
        m_cache->setText(tr("Belongs to a project; none is open."));
    else if (m_session.active())
        m_cache->setText(tr("In use by the run."));
    else if (m_clearing)
        m_cache->setText(tr("Clearing…"));
    else if (cache && *cache == 0)
        m_cache->setText(tr("Empty."));
    else
        m_cache->setText(cache ? tr("%1 in this project").arg(bytesText(*cache)) : tr("Counting…"));
    m_undoBytes->setText(m_studio.project()
                             ? tr("%1 in this project").arg(bytesText(m_studio.project()->undoBytes()))
                             : m_cache->text());
    const bool writable = m_studio.project() && !m_studio.project()->readOnly();
    m_clear->setEnabled(writable && cache && *cache > 0 && !m_session.active() && !m_clearing);
}

void StorageSection::clearCache() {
    if (!m_studio.project() || m_session.active())
        return;
    m_clearing = m_studio.jobs().start(
        tr("Clearing the training cache"), this,
        [folder = cacheFolder()](const Monitor&) { return emptyFolder(folder); },
        [this](const jobs::Job& job) {
            m_clearing.clear();
            if (!job.message().isEmpty())
                Q_EMIT m_studio.notify(job.message(), true);
            refresh();
        });
    refreshTexts();
}

} // namespace graft::ui
