#include "base/Result.h"

#include <QTest>

#include <memory>

using namespace graft;

namespace {

std::string german(const std::string& source) {
    return source == "%1 of %2 images" ? "%2 Bilder, davon %1" : source;
}

} // namespace

class ResultTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void holdsAValueOrAnError();
    void movesWhatCannotBeCopied();
    void aResultOfNothing();
    void translateFillsItsMarks();
    void translateUsesTheInstalledTranslator();
};

void ResultTest::holdsAValueOrAnError() {
    Result<int> good = 3;
    QVERIFY(good.ok() && bool(good));
    *good += 1;
    QCOMPARE(good.value(), 4);
    const Result<int> bad = Error{"what happened", "why exactly"};
    QVERIFY(!bad.ok());
    QCOMPARE(bad.error().message, std::string("what happened"));
    QCOMPARE(bad.error().detail, std::string("why exactly"));
    const Result<std::string> text = std::string("a");
    QCOMPARE(text->size(), std::size_t(1));
}

void ResultTest::movesWhatCannotBeCopied() {
    Result<std::unique_ptr<int>> owned = std::make_unique<int>(5);
    const std::unique_ptr<int> taken = *std::move(owned);
    QCOMPARE(*taken, 5);
}

void ResultTest::aResultOfNothing() {
    const Result<> good;
    QVERIFY(good.ok());
    const Result<> bad = Error{"no"};
    QVERIFY(!bad);
    QCOMPARE(bad.error().message, std::string("no"));
}

void ResultTest::translateFillsItsMarks() {
    QCOMPARE(translate("Test", "plain"), std::string("plain"));
    QCOMPARE(translate("Test", "%2, %1 and %2", {"a", "b"}), std::string("b, a and b"));
    QCOMPARE(translate("Test", "100 % of %1%", {"x"}), std::string("100 % of x%"));
    QCOMPARE(translate("Test", "%1", {"%1"}), std::string("%1")); // what is filled in is not filled again
    QCOMPARE(translate("Test", "%1 %3", {"a"}), std::string("a %3"));
}

void ResultTest::translateUsesTheInstalledTranslator() {
    installTranslator([](const char*, const char* source) { return german(source); });
    QCOMPARE(translate("Test", "%1 of %2 images", {"3", "10"}), std::string("10 Bilder, davon 3"));
    installTranslator(nullptr);
    QCOMPARE(translate("Test", "%1 of %2 images", {"3", "10"}), std::string("3 of 10 images"));
}

QTEST_GUILESS_MAIN(ResultTest)
#include "ResultTest.moc"
