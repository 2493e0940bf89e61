#include "ui/help/GuideWindow.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QDesktopServices>
#include <QFile>
#include <QHBoxLayout>
#include <QShortcut>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

namespace graft::ui {
namespace {

constexpr QSize kSize{760, 720};

/// Shows the guide that is part of the program. Its pictures are left out: the program itself stands beside
/// it.
class GuideText : public QTextBrowser {
public:
    using QTextBrowser::QTextBrowser;

    QVariant loadResource(int type, const QUrl& name) override {
        QFile file(QStringLiteral(":/guide/") + name.fileName());
        if (!file.open(QIODevice::ReadOnly))
            return QTextBrowser::loadResource(type, name);
        QString text;
        for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n')))
            if (!line.startsWith(QStringLiteral("![")))
                text += line + QLatin1Char('\n');
        return text;
    }

protected:
    void doSetSource(const QUrl& name, QTextDocument::ResourceType type) override {
        if (!name.scheme().isEmpty() && name.scheme() != QStringLiteral("qrc")) {
            QDesktopServices::openUrl(name);
            return;
        }
        QTextBrowser::doSetSource(name, type);
    }
};

} // namespace

GuideWindow::GuideWindow(QWidget* parent) : QWidget(parent, Qt::Window) {
    setObjectName(QStringLiteral("guideWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Graft Studio: user guide"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::kInside, 0, 0);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(theme::kInside, 0, theme::kInside, 0);
    auto* back = new IconButton(QStringLiteral("previous"), tr("Back"), this);
    auto* home = new IconButton(QStringLiteral("home"), tr("Contents"), this);
    line->addWidget(back);
    line->addWidget(home);
    line->addStretch(1);
    column->addLayout(line);
    auto* text = new GuideText(this);
    text->setObjectName(QStringLiteral("guideText"));
    text->setAccessibleName(windowTitle());
    text->setFrameShape(QFrame::NoFrame);
    text->document()->setDocumentMargin(theme::kAround);
    column->addWidget(text);
    back->setEnabled(false);
    connect(back, &QToolButton::clicked, text, &QTextBrowser::backward);
    connect(text, &QTextBrowser::backwardAvailable, back, &QWidget::setEnabled);
    const auto showContents = [text] {
        text->setSource(QUrl(QStringLiteral("qrc:/guide/README.md")), QTextDocument::MarkdownResource);
    };
    connect(home, &QToolButton::clicked, text, showContents);
    showContents();
    new QShortcut(QKeySequence(Qt::Key_Escape), this, this, &QWidget::close);
    resize(kSize);
    text->setFocus();
}

} // namespace graft::ui
