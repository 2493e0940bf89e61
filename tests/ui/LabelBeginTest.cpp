#include "DataFixture.h"
#include "ui/label/LabelPage.h"
#include "ui/label/ShapeCanvas.h"

#include <QLineEdit>
#include <QTest>

using namespace graft;
using annotation::TaskKind;
using ui::ToolKind;

namespace {

/// A project that a person sees for the first time.
struct Fresh : test::StudioFixture {
    explicit Fresh(TaskKind task, const std::vector<std::string>& classes = {})
        : project(open(test::pictures(folder.path(), 3), classes, task)), page(studio) {
        test::showAndWait(page);
        page.activateWindow();
        page.entered();
        line = page.findChild<QLineEdit*>(QStringLiteral("labelAddClass"));
    }
    void add(const QString& names) {
        line->setText(names);
        QTest::keyClick(line, Qt::Key_Return);
    }
    QStringList classes() const {
        QStringList names;
        for (const auto& labelClass : studio.project()->classes())
            names << QString::fromStdString(labelClass.name);
        return names;
    }
    void drag(QPointF from, QPointF to) {
        const auto send = [this](QEvent::Type type, QPointF at, Qt::MouseButton button,
                                 Qt::MouseButtons held) {
            const QPointF inView = page.canvas().viewFromImage(at);
            QMouseEvent event(type, inView, page.canvas().mapToGlobal(inView), button, held, {});
            QCoreApplication::sendEvent(&page.canvas(), &event);
        };
        send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
        send(QEvent::MouseMove, to, Qt::NoButton, Qt::LeftButton);
        send(QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton);
    }

    project::Project& project;
    ui::LabelPage page;
    QLineEdit* line = nullptr;
};

} // namespace

/// From an open project to the first label, and back to where a person was last time.
class LabelBeginTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void theFittingToolIsInHand_data() {
        QTest::addColumn<int>("task");
        QTest::addColumn<int>("tool");
        QTest::newRow("classes") << int(TaskKind::Classification) << int(ToolKind::Select);
        QTest::newRow("boxes") << int(TaskKind::Detection) << int(ToolKind::Box);
        QTest::newRow("outlines") << int(TaskKind::Segmentation) << int(ToolKind::Wand);
    }
    void theFittingToolIsInHand() {
        QFETCH(int, task);
        QFETCH(int, tool);
        Fresh fixture{TaskKind(task)};
        QCOMPARE(int(fixture.page.canvas().tool()), tool);
    }

    void classesThenBoxesAndNothingElse() {
        Fresh fixture(TaskKind::Detection);
        fixture.add(QStringLiteral("red cell, white cell"));
        for (int image = 1; image <= 3; ++image) {
            fixture.drag({10, 10}, {30, 35});
            QCOMPARE(fixture.project.shapes({image}).size(), std::size_t(1));
            QCOMPARE(fixture.project.shapes({image})[0].classId, fixture.project.classes()[0].id);
            QTest::keyClick(&fixture.page.canvas(), Qt::Key_D); // tool and class stay
        }
    }

    void theToolOfLastTimeIsInHand() {
        Fresh fixture(TaskKind::Segmentation);
        fixture.page.canvas().setTool(ToolKind::Polygon);
        const auto folder = fixture.project.folder();
        fixture.studio.closeProject();
        QVERIFY(fixture.studio.openProject(folder, project::Access::ReadOnly).ok());
        QCOMPARE(int(fixture.page.canvas().tool()), int(ToolKind::Select)); // nothing can be drawn
        fixture.studio.closeProject();
        QVERIFY(fixture.studio.openProject(folder).ok());
        QCOMPARE(int(fixture.page.canvas().tool()), int(ToolKind::Polygon));
        QVERIFY(fixture.studio.project()->setSetting("label.tool", "tool-nothing").ok());
        fixture.studio.closeProject();
    }

    void severalClassesInOneLine_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("classes");
        QTest::addColumn<QString>("left");
        const auto row = [](const char* typed, const QStringList& classes, const char* left = "") {
            QTest::newRow(typed) << QString::fromUtf8(typed) << classes << QString::fromUtf8(left);
        };
        row("ants", {"ants"});
        row("ants, bees,wasps", {"ants", "bees", "wasps"});
        row(" ants ,, bees, ", {"ants", "bees"});
        row(", ,", {});
        row("ants, ants, bees", {"ants"}, "ants, bees");
        row("Käfer, Ameisen und Bienen", {"Käfer", "Ameisen und Bienen"});
    }
    void severalClassesInOneLine() {
        QFETCH(QString, typed);
        QFETCH(QStringList, classes);
        QFETCH(QString, left);
        Fresh fixture(TaskKind::Detection);
        fixture.add(typed);
        QCOMPARE(fixture.classes(), classes);
        QCOMPARE(fixture.line->text(), left); // what was refused can be mended
    }

    void withoutClassesTheKeysGoToTheirLine() {
        Fresh fixture(TaskKind::Classification);
        QCOMPARE(fixture.page.focusWidget(), fixture.line);
        fixture.add(QStringLiteral("ants"));
        QCOMPARE(fixture.page.focusWidget(), fixture.line); // the next one may follow
        QTest::keyClick(fixture.line, Qt::Key_Return);
        QCOMPARE(fixture.page.focusWidget(), &fixture.page.canvas());
        fixture.page.entered();
        QCOMPARE(fixture.page.focusWidget(), &fixture.page.canvas());
    }

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

QTEST_MAIN(LabelBeginTest)
#include "LabelBeginTest.moc"
