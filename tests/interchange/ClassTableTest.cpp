#include "Tree.h"
#include "interchange/Csv.h"

#include <map>

using namespace graft;
using test::told;

class ClassTableTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tablesAreParsed_data();
    void tablesAreParsed();
    void tablesGiveClasses_data();
    void tablesGiveClasses();
    void aTableInTheFolderIsFound();
    void aTableThatNamesOtherImagesIsPassedOver();
    void badRowsAreTold_data();
    void badRowsAreTold();
    void aTableWithoutClassesIsAnError_data();
    void aTableWithoutClassesIsAnError();
    void noTextEscapesTheFolder();
    void imagesMayLieElsewhere();
    void boxesAreRead();
    void whiteBloodCells();
    void imagenetPhotos();
    void raccoons();
};

void ClassTableTest::tablesAreParsed_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected"); // cells joined by "·", rows by "/"
    QTest::newRow("comma") << QByteArray("a,b\n1,2\n") << "a·b/1·2";
    QTest::newRow("semicolon with commas inside") << QByteArray("a;b\n1,5;2\n2,5;3\n") << "a·b/1,5·2/2,5·3";
    QTest::newRow("tab") << QByteArray("a\tb\r\n1\t2") << "a·b/1·2";
    QTest::newRow("bar") << QByteArray("a|b\n1|2\n") << "a·b/1·2";
    QTest::newRow("old Mac lines") << QByteArray("a,b\r1,2\r") << "a·b/1·2";
    QTest::newRow("quotes") << QByteArray("a,\"b, \"\"c\"\"\nd\"\n1,\" 2\"\n") << "a·b, \"c\"\nd/1·2";
    QTest::newRow("an open quote") << QByteArray("a,b\n1,\"2") << "a·b/1·2";
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a,b\n1,2")
                                     << "a·b/1·2";
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "a\0,\0b\0\n\0",
                                          10)
                            << "a·b";
    QTest::newRow("Latin-1") << QByteArray("a,b\n1,pingu\xEFno\n") << QStringLiteral("a·b/1·pinguïno");
    QTest::newRow("named delimiter") << QByteArray("sep=;\na;b\n1;2\n") << "a·b/1·2";
    QTest::newRow("blank lines and cells") << QByteArray("\n a , b \n,\n\n1,\n") << "a·b/1·";
    QTest::newRow("one column") << QByteArray("a\nb\n") << "a/b";
    QTest::newRow("nothing") << QByteArray() << "";
    QTest::newRow("only a mark") << QByteArray("sep=;") << "";
    QTest::newRow("zeros") << QByteArray("\0\0,\0", 4)
                           << QString(QChar()) + QChar() + QStringLiteral("·") + QChar();
}

void ClassTableTest::tablesAreParsed() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QStringList rows;
    for (const auto& row : interchange::parseCsv(interchange::textFromBytes(bytes.toStdString()))) {
        QStringList cells;
        for (const std::string& cell : row)
            cells << QString::fromStdString(cell);
        rows << cells.join(QStringLiteral("·"));
    }
    QCOMPARE(rows.join(QLatin1Char('/')), expected);
}

void ClassTableTest::tablesGiveClasses_data() {
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QStringList>("expected");
    const QStringList three{"a.jpg=cat", "b.jpg=dog", "c.jpg=cat"};
    QTest::newRow("name and class") << QByteArray("file,class\na.jpg,cat\nb.jpg,dog\nc.jpg,cat\n") << three;
    QTest::newRow("other words") << QByteArray("Image ID;Class Label\na;cat\nb;dog\nc;cat\n") << three;
    QTest::newRow("class first") << QByteArray("label,filename\ncat,a.jpg\ndog,b.jpg\ncat,c.jpg\n") << three;
    QTest::newRow("no header") << QByteArray("a.jpg,cat\nb.jpg,dog\nc.jpg,cat\n") << three;
    QTest::newRow("an unknown header") << QByteArray("who,what\na.jpg,cat\nb.jpg,dog\nc.jpg,cat\n") << three;
    QTest::newRow("paths of another machine")
        << QByteArray("path,label\nC:\\data\\a.jpg,cat\n/home/x/B.JPG,dog\n./c.jpg,cat\n") << three;
    QTest::newRow("name before number")
        << QByteArray("file,class_index,class_name\na.jpg,0,cat\nb.jpg,1,dog\nc.jpg,0,cat\n") << three;
    QTest::newRow("among other columns")
        << QByteArray("id,age,dx,sex\na,50,cat,f\nb,60,dog,m\nc,70,cat,m\n") << three;
    QTest::newRow("a column per class")
        << QByteArray("image,cat,dog\na,1.0,0.0\nb,0.0,1.0\nc,1.0,0.0\n") << three;
    QTest::newRow("split and patient")
        << QByteArray(
               "file,class,split,patient_id\na.jpg,cat,train,p1\nb.jpg,dog,valid,p2\nc.jpg,cat,test,p1\n")
        << QStringList{"a.jpg=cat@train#p1", "b.jpg=dog@val#p2", "c.jpg=cat@test#p1"};
    QTest::newRow("an empty class") << QByteArray("file,class\na.jpg,cat\nb.jpg,\nc.jpg,cat\n")
                                    << QStringList{"a.jpg=cat", "b.jpg", "c.jpg=cat"};
    QTest::newRow("images not named") << QByteArray("file,class\na.jpg,cat\n") << QStringList{"a.jpg=cat"};
    QTest::newRow("short rows") << QByteArray("file,class\na.jpg,cat\nb.jpg\nc.jpg,cat,more\n")
                                << QStringList{"a.jpg=cat", "b.jpg", "c.jpg=cat"};
}

void ClassTableTest::tablesGiveClasses() {
    QFETCH(QByteArray, table);
    QFETCH(QStringList, expected);
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"a.jpg", "b.jpg", "c.jpg"});
    test::write(folder / "labels.csv", table.toStdString());
    const auto found = interchange::readSource(folder / "labels.csv", {});
    QVERIFY2(found.ok(), found ? "" : found.error().message.c_str());
    QCOMPARE(found->format, std::string("csv"));
    QCOMPARE(told(*found, folder.path()), expected);
    QCOMPARE(test::problemsOf(*found), QStringList{});
}

void ClassTableTest::aTableInTheFolderIsFound() {
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"pictures/01.jpg", "pictures/02.jpg", "pictures/03.jpg"});
    test::write(folder / "notes.csv", "size,weight\n1,2\n");
    test::write(folder / "classes.csv", "id,class\n1,x\n2,y\n");
    const auto found = interchange::readSource(folder.path(), {});
    QCOMPARE(found->format, std::string("csv"));
    QCOMPARE(told(*found, folder.path()),
             (QStringList{"pictures/01.jpg=x", "pictures/02.jpg=y", "pictures/03.jpg"}));
}

void ClassTableTest::aTableThatNamesOtherImagesIsPassedOver() {
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"ants/1.jpg", "ants/2.jpg", "bees/3.jpg", "bees/4.jpg"});
    test::write(folder / "some.csv", "file,class\n1.jpg,x\n");
    const auto found = interchange::readSource(folder.path(), {});
    QCOMPARE(found->format, std::string("folders"));
}

void ClassTableTest::badRowsAreTold_data() {
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("says");
    QTest::newRow("no such image") << QByteArray("zebra.jpg,cat") << "no image “zebra.jpg”";
    QTest::newRow("two images of the name") << QByteArray("same.jpg,cat") << "several images";
    QTest::newRow("two classes") << QByteArray("a.jpg,dog") << "the first was taken";
}

void ClassTableTest::badRowsAreTold() {
    QFETCH(QByteArray, row);
    QFETCH(QString, says);
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"a.jpg", "x/same.jpg", "y/same.jpg"});
    test::write(folder / "t.csv", "file,class\na.jpg,cat\n" + row.toStdString() + "\n");
    const auto found = interchange::readSource(folder / "t.csv", {});
    QCOMPARE(told(*found, folder.path()), QStringList{"a.jpg=cat"});
    const QStringList problems = test::problemsOf(*found);
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.front().contains(says) && problems.front().contains(QStringLiteral("Row 3")),
             qPrintable(problems.front()));
}

void ClassTableTest::aTableWithoutClassesIsAnError_data() {
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("names no image") << QByteArray("file,class\nx.jpg,cat\n");
    QTest::newRow("no class") << QByteArray("file,width,height\na.jpg,640,480\n");
    QTest::newRow("not a table") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10);
}

void ClassTableTest::aTableWithoutClassesIsAnError() {
    QFETCH(QByteArray, table);
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"a.jpg"});
    test::write(folder / "t.csv", table.toStdString());
    QVERIFY(!interchange::readSource(folder / "t.csv", {}));
    const auto whole = interchange::readSource(folder.path(), {});
    QVERIFY(whole.ok());
    QCOMPARE(whole->format, std::string("images"));
}

void ClassTableTest::noTextEscapesTheFolder() {
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"secret.jpg", "set/a.jpg"});
    test::write(folder / "set/t.csv",
                "file,class\na.jpg,cat\n../secret.jpg,x\n" + (folder / "secret.jpg").string() + ",x\n");
    const auto found = interchange::readSource(folder / "set/t.csv", {});
    QCOMPARE(told(*found, folder.path()), QStringList{"set/a.jpg=cat"});
    QCOMPARE(found->problems.size(), std::size_t(2));
}

void ClassTableTest::imagesMayLieElsewhere() {
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"pictures/a.jpg", "tables/"});
    test::write(folder / "tables/t.csv", "file,class\na.jpg,cat\n");
    QVERIFY(!interchange::readSource(folder / "tables/t.csv", {}));
    const auto found =
        interchange::readSource(folder / "tables/t.csv", {.format = "csv", .images = folder / "pictures"});
    QCOMPARE(told(*found, folder.path()), QStringList{"pictures/a.jpg=cat"});
}

void ClassTableTest::boxesAreRead() {
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"a.jpg"});
    test::write(folder / "t.csv", "filename,class,xmin,ymin,xmax,ymax\na.jpg,cat,1,2,11,22\na.jpg,dog,0,0,5,"
                                  "5\na.jpg,dog,5,5,5,9\na.jpg,dog,1,x,5,9\n");
    const auto found = interchange::readSource(folder / "t.csv", {});
    QCOMPARE(found->images.size(), std::size_t(1));
    const interchange::FoundImage& image = found->images.front();
    QCOMPARE(image.className, std::string());
    QCOMPARE(image.shapes.size(), std::size_t(2));
    QCOMPARE(image.shapes[0].first, std::string("cat"));
    QVERIFY(std::get<annotation::Box>(image.shapes[0].second) == (annotation::Box{1, 2, 10, 20}));
    QCOMPARE(found->problems.size(), std::size_t(2));
}

void ClassTableTest::whiteBloodCells() {
    GRAFT_NEEDS_SHARED("data/wbc_dataset1");
    const auto folder = test::sharedFolder() / "data/wbc_dataset1";
    for (const auto& source : {folder, folder / "class_labels.csv"}) {
        const auto found = interchange::readSource(source, {});
        QVERIFY(found.ok());
        QCOMPARE(found->images.size(), std::size_t(300)); // the 300 masks beside them are none
        std::map<std::string, int> counts;
        for (const auto& image : found->images)
            ++counts[image.className];
        QCOMPARE(counts, (std::map<std::string, int>{{"1", 176}, {"2", 53}, {"3", 48}, {"4", 22}, {"5", 1}}));
    }
}

void ClassTableTest::imagenetPhotos() {
    GRAFT_NEEDS_SHARED("data/imagenet_photos");
    const auto found = interchange::readSource(test::sharedFolder() / "data/imagenet_photos", {});
    QCOMPARE(found->format, std::string("csv"));
    QCOMPARE(found->images.size(), std::size_t(100));
    QCOMPARE(found->images[1].path.filename().string(), std::string("013.jpg"));
    QCOMPARE(found->images[1].className, std::string("13"));
}

void ClassTableTest::raccoons() {
    GRAFT_NEEDS_SHARED("data/raccoon");
    const auto found = interchange::readSource(test::sharedFolder() / "data/raccoon/raccoon_labels.csv", {});
    QCOMPARE(found->images.size(), std::size_t(200));
    std::size_t boxes = 0;
    for (const auto& image : found->images)
        boxes += image.shapes.size();
    QCOMPARE(boxes, std::size_t(217));
}

QTEST_GUILESS_MAIN(ClassTableTest)
#include "ClassTableTest.moc"
