#include "ui/help/AboutWindow.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"
#include "zoo/Zoo.h"

#include <QCoreApplication>
#include <QFile>
#include <QHBoxLayout>
#include <QShortcut>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace graft::ui {
namespace {

constexpr QSize kSize{640, 600};
constexpr int kMark = 48;

struct Part {
    const char* name;
    const char* address;
    const char* license;
};
constexpr Part kParts[] = {
    {"Qt 6", "https://www.qt.io", "LGPL-3.0"},
    {"LibTorch", "https://pytorch.org", "BSD-3-Clause"},
    {"OpenBLAS", "https://www.openblas.net", "BSD-3-Clause"},
    {"tcmalloc", "https://github.com/gperftools/gperftools", "BSD-3-Clause"},
    {"OpenCV", "https://opencv.org", "Apache-2.0"},
    {"QCustomPlot", "https://www.qcustomplot.com", "GPL-3.0-or-later"},
    {"SQLite", "https://sqlite.org", "Public domain"},
    {"JSON for Modern C++", "https://json.nlohmann.me", "MIT"},
    {"libarchive", "https://libarchive.org", "BSD-2-Clause"},
    {"zlib", "https://zlib.net", "Zlib"},
};

QString partsTable() {
    QString rows;
    for (const Part& part : kParts)
        rows +=
            QStringLiteral("<tr><td><a href=\"%1\">%2</a></td><td style=\"padding-left:24px\">%3</td></tr>")
                .arg(QLatin1String(part.address), QLatin1String(part.name), QLatin1String(part.license));
    return QStringLiteral("<table>%1</table>").arg(rows);
}

QString weightsTable(const zoo::Zoo& zoo) {
    QString rows;
    for (const zoo::WeightsEntry& entry : zoo.entries())
        rows +=
            QStringLiteral("<tr><td>%1<br><small>%2</small></td><td style=\"padding-left:24px\">%3</td></tr>")
                .arg(QString::fromStdString(entry.title).toHtmlEscaped(),
                     QString::fromStdString(zoo::originText(entry)).toHtmlEscaped(),
                     QString::fromStdString(entry.license).toHtmlEscaped());
    return QStringLiteral("<table>%1</table>").arg(rows);
}

QString textOf(const zoo::Zoo& zoo) {
    QFile license(QStringLiteral(":/LICENSE"));
    const QString own = license.open(QIODevice::ReadOnly) ? QString::fromUtf8(license.readAll()) : QString();
    return QStringLiteral("<p>%1</p><p>%2</p><h3>%3</h3>%4<h3>%5</h3><p>%6</p>%7<h3>%8</h3><pre>%9</pre>")
        .arg(AboutWindow::tr("Label a small set of images, fine-tune a pretrained network on it, and see "
                             "with your own eyes "
                             "what it gets right and wrong. Nothing leaves this computer.")
                 .toHtmlEscaped(),
             AboutWindow::tr("Free software under the GNU General Public License, version 3 or any later "
                             "one. It comes with "
                             "no warranty, to the extent that the law allows.")
                 .toHtmlEscaped(),
             AboutWindow::tr("Made with").toHtmlEscaped(), partsTable(),
             AboutWindow::tr("Pretrained weights").toHtmlEscaped(),
             AboutWindow::tr("They are fetched when you ask for them, each under its own licence.")
                 .toHtmlEscaped(),
             weightsTable(zoo), AboutWindow::tr("The licence").toHtmlEscaped(), own.toHtmlEscaped());
}

} // namespace

AboutWindow::AboutWindow(const zoo::Zoo& zoo, QWidget* parent) : QWidget(parent, Qt::Window) {
    setObjectName(QStringLiteral("aboutWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Graft Studio"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::kAround, theme::kAround, theme::kAround, 0);
    column->setSpacing(theme::kBetween);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::kBetween);
    head->addWidget(new IconLabel(QStringLiteral("graft"), kMark, this));
    head->addWidget(figureLabel(tr("Graft Studio"), this));
    head->addWidget(secondaryLabel(QCoreApplication::applicationVersion(), this), 1, Qt::AlignBottom);
    column->addLayout(head);
    auto* text = new QTextBrowser(this);
    text->setObjectName(QStringLiteral("aboutText"));
    text->setAccessibleName(windowTitle());
    text->setFrameShape(QFrame::NoFrame);
    text->setOpenExternalLinks(true);
    text->viewport()->setAutoFillBackground(false); // one sheet with its heading
    text->document()->setDocumentMargin(0);
    text->setHtml(textOf(zoo));
    column->addWidget(text, 1);
    new QShortcut(QKeySequence(Qt::Key_Escape), this, this, &QWidget::close);
    resize(kSize);
}

} // namespace graft::ui
