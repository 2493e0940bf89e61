#pragma once

#include "metrics/Classification.h"
#include "report/Drawing.h"

#include <QImage>
#include <QString>

#include <functional>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace graft::report {

// What a report says, before it is a web page or a PDF.

struct Paragraph {
    enum class Kind { Body, Lead, Note, Warning };
    QString text;
    Kind kind = Kind::Body;
};

/// The one figure of the report, large, and the lesser ones beside it.
struct Headline {
    QString figure;   ///< "94.8 %"
    QString sentence; ///< "of 153 validation images right"
    QString interval; ///< "95 % interval: 90.0–97.3 %"
    struct Lesser {
        QString name;
        QString value;
        QString interval;
    };
    std::vector<Lesser> lesser;
};

/// Name and value, line by line.
struct Facts {
    std::vector<std::pair<QString, QString>> rows;
};

struct Cell {
    QString text{};
    std::optional<metrics::Estimate> interval{}; ///< drawn beside the text, on a scale from 0 to 1
    QColor swatch{};                             ///< a class's colour before the text
    bool strong = false;
};
struct Table {
    struct Column {
        QString title;
        bool number = false;
    };
    QString caption;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows; ///< the first cell names the row
    bool folded = false;                 ///< long: shown when asked for, where that is possible
};

/// A chart that fits itself to a width.
struct Chart {
    QString title;
    QString description; ///< what it shows, for those who cannot see it
    std::function<Drawing(double width)> draw;
};
/// Side by side where there is room.
struct Charts {
    std::vector<Chart> charts;
    double leastWidth = 300; ///< of one chart; narrower, they stand below each other
};

struct Photo {
    QImage image; ///< null: cannot be read
    QString alternative;
    QString title; ///< "bees, called ants"
    QString detail;
    QString file;
};
struct Gallery {
    std::vector<Photo> photos;
};

/// A page of the window.
struct Screenshot {
    QString title;
    QImage image;
};

using Block = std::variant<Paragraph, Headline, Facts, Table, Charts, Gallery, Screenshot>;

struct Section {
    QString id;
    QString title;
    QString explanation; ///< a sentence or two on what one sees here
    std::vector<Block> blocks;
};

struct Content {
    QString title;
    QString subtitle;
    std::vector<QString> marks; ///< task, state, date: short
    std::vector<Section> sections;
    QString footer;
};

} // namespace graft::report
