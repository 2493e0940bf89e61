#include "ui/widgets/Widgets.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace graft;

namespace {

QAccessible::Role roleOf(QObject* object) {
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(object);
    return spoken ? spoken->role() : QAccessible::NoRole;
}

} // namespace

class WidgetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::theme::Theme>(); }
    void aChipIsWorkedByKeys_data();
    void aChipIsWorkedByKeys();
    void aChipIsClickedWhereItIsReleased();
    void aChipSaysWhatItIs();
    void theCrossRemovesAChip();
    void aMessageWrapsAndCloses();
    void aMessageHasAWayOut();
    void aMessageShowsMarkupAsItIs();
    void anEmptyStateSaysWhatIsToDo();
    void buttonsWithoutWordsHaveAName();
    void aSectionFolds();
    void aListTakesTheHeightThatIsLeft();
    void thePanelFoldsAwayAndBack();
    void thePanelKeepsItsBounds();
    void thePanelIsWidenedByMouseAndKeys();
    void secondaryWordsFollowTheScheme();

private:
    std::unique_ptr<ui::theme::Theme> m_theme;
};

void WidgetsTest::aChipIsWorkedByKeys_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("removable");
    QTest::addColumn<int>("clicks");
    QTest::addColumn<int>("removals");
    QTest::newRow("space") << int(Qt::Key_Space) << false << 1 << 0;
    QTest::newRow("return") << int(Qt::Key_Return) << false << 1 << 0;
    QTest::newRow("enter") << int(Qt::Key_Enter) << true << 1 << 0;
    QTest::newRow("delete") << int(Qt::Key_Delete) << true << 0 << 1;
    QTest::newRow("backspace") << int(Qt::Key_Backspace) << true << 0 << 1;
    QTest::newRow("delete what stays") << int(Qt::Key_Delete) << false << 0 << 0;
    QTest::newRow("a letter") << int(Qt::Key_A) << true << 0 << 0;
}

void WidgetsTest::aChipIsWorkedByKeys() {
    QFETCH(int, key);
    QFETCH(bool, removable);
    QFETCH(int, clicks);
    QFETCH(int, removals);
    ui::Chip chip("ants");
    chip.setCheckable(true);
    chip.setRemovable(removable);
    QSignalSpy clicked(&chip, &ui::Chip::clicked);
    QSignalSpy removed(&chip, &ui::Chip::removed);
    QTest::keyClick(&chip, Qt::Key(key));
    QCOMPARE(clicked.size(), clicks);
    QCOMPARE(removed.size(), removals);
    QCOMPARE(chip.isChecked(), clicks == 1);
}

void WidgetsTest::aChipIsClickedWhereItIsReleased() {
    ui::Chip chip("ants");
    chip.adjustSize();
    QSignalSpy clicked(&chip, &ui::Chip::clicked);
    QTest::mouseClick(&chip, Qt::LeftButton);
    QCOMPARE(clicked.size(), 1);
    QVERIFY(!chip.isChecked()); // it cannot be
    QTest::mousePress(&chip, Qt::LeftButton);
    QTest::mouseRelease(&chip, Qt::LeftButton, {}, {-20, -20});
    QCOMPARE(clicked.size(), 1);
    QTest::mouseClick(&chip, Qt::RightButton);
    QCOMPARE(clicked.size(), 1);
}

void WidgetsTest::aChipSaysWhatItIs() {
    ui::Chip chip("ants");
    QCOMPARE(chip.accessibleName(), "ants");
    QCOMPARE(roleOf(&chip), QAccessible::Button);
    chip.setCount(12);
    QCOMPARE(chip.accessibleName(), "ants, 12");
    chip.setCheckable(true);
    QCOMPARE(roleOf(&chip), QAccessible::CheckBox);
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&chip);
    QVERIFY(spoken->state().checkable && !spoken->state().checked);
    QVERIFY(spoken->actionInterface());
    spoken->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(chip.isChecked());
    QVERIFY(spoken->state().checked);
}

void WidgetsTest::theCrossRemovesAChip() {
    ui::Chip chip("ants");
    chip.setRemovable(true);
    auto* cross = chip.findChild<QToolButton*>();
    QVERIFY(cross->accessibleName().contains("ants"));
    QSignalSpy removed(&chip, &ui::Chip::removed);
    cross->click();
    QCOMPARE(removed.size(), 1);
}

void WidgetsTest::aMessageWrapsAndCloses() {
    QWidget page;
    QVBoxLayout column(&page);
    auto* message = new ui::InlineMessage(&page);
    column.addWidget(message);
    column.addStretch(1);
    page.resize(320, 600);
    page.show();
    QVERIFY(!message->isVisible());
    const QString text =
        QStringLiteral("A long sentence that says what went wrong, why, and what to do. ").repeated(6);
    message->show(ui::InlineMessage::Kind::Error, text);
    QVERIFY(message->isVisible());
    QCOMPARE(message->text(), text);
    QCOMPARE(message->accessibleName(), text);
    QCOMPARE(roleOf(message), QAccessible::AlertMessage);
    QTRY_VERIFY(message->height() > 150);
    auto* label = message->findChild<QLabel*>();
    QVERIFY2(label->height() >= label->heightForWidth(label->width()),
             qPrintable(QStringLiteral("%1 %2 %3")
                            .arg(label->height())
                            .arg(label->heightForWidth(label->width()))
                            .arg(message->height())));
    QSignalSpy closed(message, &ui::InlineMessage::closed);
    message->findChild<QToolButton*>()->click();
    QVERIFY(!message->isVisible());
    QCOMPARE(closed.size(), 1);
}

void WidgetsTest::aMessageHasAWayOut() {
    ui::InlineMessage message;
    QPushButton* action = message.setAction("Show them");
    message.show(ui::InlineMessage::Kind::Warning, "Two files could not be read.");
    QVERIFY(action->isVisibleTo(&message));
    QCOMPARE(action->text(), "Show them");
    QCOMPARE(message.setAction({}), action);
    QVERIFY(!action->isVisibleTo(&message));
}

void WidgetsTest::aMessageShowsMarkupAsItIs() {
    ui::InlineMessage message;
    message.show(ui::InlineMessage::Kind::Note, "<img src=\"http://somewhere\"> <b>ants</b>");
    QCOMPARE(message.findChild<QLabel*>()->textFormat(), Qt::PlainText);
    const std::unique_ptr<QLabel> label(ui::bodyLabel("<b>ants</b>"));
    QCOMPARE(label->textFormat(), Qt::PlainText);
}

void WidgetsTest::anEmptyStateSaysWhatIsToDo() {
    ui::EmptyState empty("data", "No images yet", "Add a folder of images.");
    QPushButton* primary = empty.addPrimary("Add images…");
    QPushButton* secondary = empty.addSecondary("Open the sample project");
    QVERIFY(primary->property("primary").toBool());
    QVERIFY(!secondary->property("primary").toBool());
    QCOMPARE(empty.accessibleName(), "No images yet");
    empty.setTexts("No project", {});
    QCOMPARE(empty.accessibleName(), "No project");
    QVERIFY(empty.sizeHint().width() < 600);
}

void WidgetsTest::buttonsWithoutWordsHaveAName() {
    ui::IconButton button("refresh", "Evaluate again");
    QCOMPARE(button.accessibleName(), "Evaluate again");
    QCOMPARE(button.toolTip(), "Evaluate again");
    QVERIFY(button.focusPolicy() & Qt::TabFocus);
}

void WidgetsTest::aSectionFolds() {
    ui::SidePanel panel;
    auto* words = ui::bodyLabel("content");
    panel.addSection("Classes")->addWidget(words);
    panel.resize(320, 400);
    panel.show();
    QAbstractButton* header = nullptr;
    for (auto* button : panel.findChildren<QAbstractButton*>())
        if (button->text() == "Classes")
            header = button;
    QVERIFY(header);
    QCOMPARE(header->accessibleName(), "Classes");
    QVERIFY(words->isVisible());
    QTest::keyClick(header, Qt::Key_Space);
    QVERIFY(!words->isVisible());
    QTest::mouseClick(header, Qt::LeftButton);
    QVERIFY(words->isVisible());
}

void WidgetsTest::aListTakesTheHeightThatIsLeft() {
    ui::SidePanel panel;
    auto* words = ui::bodyLabel("content");
    panel.addSection("Classes")->addWidget(words);
    auto* list = new QListWidget;
    panel.addSection("Runs")->addWidget(list, 1);
    panel.resize(320, 700);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QVERIFY2(list->height() > 480, qPrintable(QString::number(list->height())));
    QVERIFY(words->height() < 40);
}

void WidgetsTest::thePanelFoldsAwayAndBack() {
    QWidget page;
    auto* line = new QHBoxLayout(&page);
    line->addWidget(new QWidget, 1);
    auto* panel = new ui::SidePanel;
    auto* words = ui::bodyLabel("content");
    panel->addSection({})->addWidget(words);
    line->addWidget(panel);
    page.resize(1000, 400);
    page.show();
    QCOMPARE(panel->width(), 320);
    QSignalSpy changed(panel, &ui::SidePanel::shapeChanged);
    auto* edge = panel->findChild<QAbstractButton*>("panelEdge");
    QVERIFY(edge);
    QCOMPARE(edge->accessibleName(), "Hide the panel");
    QTest::mouseClick(edge, Qt::LeftButton);
    QVERIFY(panel->isCollapsed());
    QVERIFY(!words->isVisible());
    QTRY_VERIFY(panel->width() < 24);
    QCOMPARE(edge->accessibleName(), "Show the panel");
    QTest::keyClick(edge, Qt::Key_Return);
    QVERIFY(!panel->isCollapsed());
    QVERIFY(words->isVisible());
    QCOMPARE(changed.size(), 2);
}

void WidgetsTest::thePanelKeepsItsBounds() {
    ui::SidePanel panel;
    panel.setPanelWidth(10);
    QCOMPARE(panel.panelWidth(), 280);
    panel.setPanelWidth(4000);
    QCOMPARE(panel.panelWidth(), 360);
    QCOMPARE(panel.maximumWidth(), 360);
}

void WidgetsTest::thePanelIsWidenedByMouseAndKeys() {
    QWidget page;
    auto* line = new QHBoxLayout(&page);
    line->addWidget(new QWidget, 1);
    auto* panel = new ui::SidePanel;
    line->addWidget(panel);
    page.resize(1000, 400);
    page.show();
    auto* edge = panel->findChild<QAbstractButton*>("panelEdge");
    QTest::mousePress(edge, Qt::LeftButton, {}, {8, 100});
    QTest::mouseMove(edge, {-22, 100});
    QTest::mouseRelease(edge, Qt::LeftButton, {}, {-22, 100});
    QVERIFY(!panel->isCollapsed());
    QCOMPARE(panel->panelWidth(), 350);
    QTest::keyClick(edge, Qt::Key_Right);
    QCOMPARE(panel->panelWidth(), 334);
    QTest::keyClick(edge, Qt::Key_Left);
    QTest::keyClick(edge, Qt::Key_Left);
    QCOMPARE(panel->panelWidth(), 360);
}

void WidgetsTest::secondaryWordsFollowTheScheme() {
    const std::unique_ptr<QLabel> label(ui::secondaryLabel("words"));
    for (const auto scheme : {ui::theme::Scheme::Light, ui::theme::Scheme::Dark}) {
        m_theme->setScheme(scheme);
        label->ensurePolished();
        QCOMPARE(label->palette().color(label->foregroundRole()), ui::theme::palette().secondary);
    }
}

QTEST_MAIN(WidgetsTest)
#include "WidgetsTest.moc"
