// What EvaluatePage writes: tables, pictures, reports.
#include "ui/evaluate/EvaluatePage.h"

#include "base/Files.h"
#include "jobs/Job.h"
#include "report/Report.h"
#include "ui/evaluate/ConfusionView.h"
#include "ui/evaluate/EvaluationText.h"
#include "ui/frame/Studio.h"
#include "ui/widgets/Widgets.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>

namespace graft::ui {
namespace {

constexpr double kPictureScale = 2;

Result<> writeText(const QString& file, const QString& text) {
    return writeFileAtomically(file.toStdString(), std::string_view(text.toStdString()));
}

Result<> writePicture(const QString& file, const QImage& image) {
    if (image.save(file, "PNG"))
        return {};
    return Error{translate("EvaluatePage",
                           "The picture could not be written to %1. Is there room, and may you write there?",
                           {file.toStdString()})};
}

} // namespace

void EvaluatePage::copyMatrix() {
    if (!m_evaluation)
        return;
    QGuiApplication::clipboard()->setText(evaluation_text::matrixTsv(*m_evaluation, m_matrix->normalised()));
    Q_EMIT m_studio.notify(tr("The matrix is in the clipboard."), false);
}

void EvaluatePage::buildSaveMenu(QMenu& menu) {
    const auto add = [&](const QString& text, const QString& name, const QString& filter, auto write) {
        connect(menu.addAction(text), &QAction::triggered, this, [this, text, name, filter, write] {
            if (m_evaluation)
                save(text, name, filter, write);
        });
    };
    const QString csv = tr("Comma-separated values (*.csv)");
    add(tr("Confusion matrix as picture…"), QStringLiteral("confusion.png"), tr("PNG picture (*.png)"),
        [this](const QString& file) { return writePicture(file, m_matrix->asImage(kPictureScale)); });
    add(tr("Confusion matrix as table…"), QStringLiteral("confusion.csv"), csv,
        [this](const QString& file) { return writeText(file, evaluation_text::matrixCsv(*m_evaluation)); });
    add(tr("Figures of each class…"), QStringLiteral("classes.csv"), csv,
        [this](const QString& file) { return writeText(file, evaluation_text::classesCsv(*m_evaluation)); });
    add(tr("Every image with its prediction…"), QStringLiteral("images.csv"), csv,
        [this](const QString& file) { return writeText(file, evaluation_text::imagesCsv(*m_evaluation)); });
}

void EvaluatePage::save(const QString& title, const QString& name, const QString& filter,
                        std::function<Result<>(const QString&)> write) {
    auto* dialog = new QFileDialog(this, title, QDir::homePath(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, write = std::move(write)](const QString& file) {
        if (const auto written = write(file); !written)
            m_message->show(InlineMessage::Kind::Error, QString::fromStdString(written.error().message));
        else
            Q_EMIT m_studio.notify(tr("Saved: %1").arg(QDir::toNativeSeparators(file)), false);
    });
    dialog->open();
}

void EvaluatePage::report() {
    if (!m_evaluation || !m_studio.project())
        return;
    const QString name = QString::fromStdString(m_studio.project()->displayName()) + QStringLiteral(".html");
    auto* dialog = new QFileDialog(this, tr("Write a report"), QDir::homePath(),
                                   tr("Web page (*.html);;PDF document (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("html"));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QStringLiteral("pdf")) ? QStringLiteral("pdf")
                                                                        : QStringLiteral("html"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &EvaluatePage::writeReport);
    dialog->open();
}

void EvaluatePage::writeReport(const QString& file) {
    if (!m_studio.project() || !m_shown)
        return;
    auto input = report::gather(*m_studio.project(), m_shown->runId);
    if (!input)
        return m_message->show(InlineMessage::Kind::Error, QString::fromStdString(input.error().message));
    m_writing = true;
    m_studio.jobs().start(
        tr("Writing the report"), this,
        [input = std::move(*input), file](const Monitor&) -> QString {
            const std::filesystem::path path = file.toStdString();
            const bool pdf = file.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive);
            const auto written = pdf ? report::writePdf(input, path) : report::writeHtml(input, path);
            return written ? QString() : QString::fromStdString(written.error().message);
        },
        [this, file](const jobs::Job& job) {
            m_writing = false;
            if (job.state() == jobs::JobState::Done)
                m_message->show(InlineMessage::Kind::Success,
                                tr("The report is written: %1").arg(QDir::toNativeSeparators(file)));
            else if (job.state() == jobs::JobState::Failed)
                m_message->show(InlineMessage::Kind::Error, job.message());
        });
}

} // namespace graft::ui
