#include "ui/evaluate/ModelExport.h"

#include "jobs/Job.h"
#include "ui/data/Words.h"
#include "ui/frame/Studio.h"
#include "ui/train/RunWords.h"
#include "ui/widgets/Widgets.h"
#include "workflow/Workflow.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>

#include <memory>

namespace graft::ui {
namespace {

using training::ExportFormat;

QString suffixOf(ExportFormat format) {
    return QString::fromUtf8(training::fileEnding(format).data() + 1,
                             qsizetype(training::fileEnding(format).size()) - 1);
}

QString filterOf(ExportFormat format) {
    switch (format) {
    case ExportFormat::Onnx:
        return ModelExport::tr("ONNX, for nearly every program (*.onnx)");
    case ExportFormat::TorchScript:
        return ModelExport::tr("TorchScript, for PyTorch (*.pt)");
    case ExportFormat::Safetensors:
        return ModelExport::tr("safetensors, the weights alone (*.safetensors)");
    }
    return {};
}

ExportFormat formatOf(const QString& filter) {
    for (const ExportFormat format : training::exportFormats())
        if (filter == filterOf(format))
            return format;
    return ExportFormat::Onnx;
}

/// With the ending of the format, whatever was typed.
QString withSuffix(const QString& file, ExportFormat format) {
    const QString suffix = suffixOf(format);
    return file.endsWith(QLatin1Char('.') + suffix, Qt::CaseInsensitive) ? file
                                                                         : file + QLatin1Char('.') + suffix;
}

} // namespace

ModelExport::ModelExport(Studio& studio, QWidget* page)
    : QObject(page), m_studio(studio), m_page(page), m_message(new InlineMessage(page)),
      m_action(m_message->setAction({})) {
    m_message->setObjectName(QStringLiteral("exportMessage"));
    m_message->hide();
    connect(m_action, &QPushButton::clicked, this, &ModelExport::act);
    connect(&studio, &Studio::projectAboutToClose, this, [this] {
        if (m_job)
            m_job->cancel();
        m_job = nullptr;
        m_message->hide();
    });
}

bool ModelExport::running() const {
    return m_job;
}

void ModelExport::ask(const runs::RunRecord& run) {
    QStringList filters;
    for (const ExportFormat format : training::exportFormats())
        filters << filterOf(format);
    auto* dialog = new QFileDialog(m_page, tr("Export the model"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffixOf(ExportFormat::Onnx));
    dialog->selectFile(QString::fromStdString(m_studio.project()->displayName()));
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString& filter) { dialog->setDefaultSuffix(suffixOf(formatOf(filter))); });
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, run](const QString& file) {
        const ExportFormat format = formatOf(dialog->selectedNameFilter());
        write(run, format, withSuffix(file, format));
    });
    dialog->open();
}

void ModelExport::write(const runs::RunRecord& run, ExportFormat format, const QString& file) {
    if (m_job || !m_studio.project())
        return;
    m_file = file;
    auto result = std::make_shared<training::Exported>();
    const auto work =
        [result, folder = run.folder, format, file,
         images = workflow::imagesToCompare(*m_studio.project())](const Monitor& monitor) -> QString {
        auto exported = training::exportRun(folder, format, file.toStdString(), images, monitor);
        if (!exported)
            return QString::fromStdString(exported.error().message);
        *result = *std::move(exported);
        return {};
    };
    m_job = m_studio.jobs().start(tr("Exporting %1").arg(run_words::title(run)), this, work,
                                  [this, result](const jobs::Job& job) { finished(job, *result); });
    connect(m_job, &jobs::Job::progressed, this, &ModelExport::showProgress);
    m_action = m_message->setAction(tr("Cancel"));
    showProgress();
}

void ModelExport::showProgress() {
    if (!m_job)
        return;
    const Progress& progress = m_job->progress();
    const QString file = QFileInfo(m_file).fileName();
    m_message->show(
        InlineMessage::Kind::Note,
        progress.activity.empty()
            ? tr("Exporting the model to %1").arg(file)
            : tr("Exporting the model to %1: %2").arg(file, QString::fromStdString(progress.activity)));
}

void ModelExport::finished(const jobs::Job& job, const training::Exported& exported) {
    if (m_job != &job)
        return; // of a project that is closed
    m_job = nullptr;
    m_message->setAction({});
    if (job.state() == jobs::JobState::Cancelled)
        return m_message->show(InlineMessage::Kind::Note,
                               tr("The export was cancelled; nothing was written."));
    if (job.state() != jobs::JobState::Done)
        return m_message->show(InlineMessage::Kind::Error, job.message());
    m_message->setAction(tr("Show in folder"));
    const QString difference = QLocale().toString(exported.maxDifference, 'g', 2);
    m_message->show(InlineMessage::Kind::Success,
                    exported.noise ? tr("The model is exported: %1. Read back and asked about noise, it "
                                        "differs from the run by at most %2 "
                                        "in any probability.")
                                         .arg(QDir::toNativeSeparators(m_file), difference)
                                   : tr("The model is exported: %1. Read back and asked about %2, it differs "
                                        "from the run by at most %3 in "
                                        "any probability.")
                                         .arg(QDir::toNativeSeparators(m_file),
                                              words::imageCount(int(exported.images)), difference));
}

void ModelExport::act() {
    if (m_job)
        return m_job->cancel();
    const QString folder = QFileInfo(m_file).absolutePath();
    if (!QFileInfo::exists(folder) || !QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        m_message->show(InlineMessage::Kind::Warning,
                        tr("%1 cannot be opened.").arg(QDir::toNativeSeparators(folder)));
}

} // namespace graft::ui
