#include "report/PdfBlocks.h"

#include "report/Style.h"

#include <algorithm>

namespace graft::report {

namespace {

constexpr double kFactName = 190;
constexpr double kGap = 16;
constexpr int kPhotosPerRow = 5;
constexpr double kPhotoHeight = 112;

TextStyle styleOf(double size, int weight, QRgb color) {
    return {size, weight, QColor::fromRgb(color), Qt::AlignLeft};
}
TextStyle body() {
    return styleOf(style::kBody, 400, style::kText);
}
TextStyle small() {
    return styleOf(style::kSmall, 400, style::kSecondary);
}

double widthBeside(const Charts& charts, double width) {
    const auto count = double(charts.charts.size());
    return (width - kGap * (count - 1)) / std::max(1.0, count);
}

bool besideEachOther(const Charts& charts, double width) {
    return widthBeside(charts, width) >= charts.leastWidth;
}

std::vector<Drawing> drawn(const Charts& charts, double width) {
    std::vector<Drawing> drawings;
    for (const Chart& chart : charts.charts)
        drawings.push_back(chart.draw(besideEachOther(charts, width) ? widthBeside(charts, width) : width));
    return drawings;
}

QSizeF shown(const Screenshot& screenshot, const Sheet& sheet) {
    return QSizeF(screenshot.image.size())
        .scaled(sheet.width(), sheet.pageHeight() - 40, Qt::KeepAspectRatio);
}

struct Measuring {
    const Sheet& sheet;
    double operator()(const Paragraph&) const { return 40; }
    double operator()(const Headline&) const { return 120; }
    double operator()(const Facts&) const { return 60; }
    double operator()(const Table&) const { return 100; }
    double operator()(const Charts& charts) const {
        const auto drawings = drawn(charts, sheet.width());
        return drawings.empty() ? 0 : drawings.front().height;
    }
    double operator()(const Gallery&) const { return kPhotoHeight + 64; }
    double operator()(const Screenshot& screenshot) const { return shown(screenshot, sheet).height() + 24; }
};

struct Writing {
    Sheet& sheet;

    void operator()(const Paragraph& paragraph) const {
        switch (paragraph.kind) {
        case Paragraph::Kind::Body:
            return sheet.write(paragraph.text, body());
        case Paragraph::Kind::Lead:
            return sheet.write(paragraph.text, styleOf(style::kLead, 400, style::kText));
        case Paragraph::Kind::Note:
            return sheet.write(paragraph.text, styleOf(style::kBody, 400, style::kSecondary));
        case Paragraph::Kind::Warning:
            return writeWarning(paragraph.text);
        }
    }

    void operator()(const Headline& headline) const {
        const TextBlock figure = sheet.text(headline.figure, styleOf(44, 600, style::kText), sheet.width());
        const double x = figure.naturalWidth() + kGap;
        const TextBlock sentence =
            sheet.text(headline.sentence, styleOf(style::kLead, 400, style::kText), sheet.width() - x);
        const TextBlock interval = sheet.text(headline.interval, small(), sheet.width() - x);
        sheet.keep(figure.height() + 60);
        const double middle = sheet.y() + figure.height() / 2;
        figure.paint(sheet.painter(), {0, sheet.y()});
        sentence.paint(sheet.painter(), {x, middle - sentence.height()});
        interval.paint(sheet.painter(), {x, middle + 2});
        sheet.advance(figure.height() + 8);
        writeLesser(headline.lesser);
    }

    void operator()(const Facts& facts) const {
        for (const auto& [name, value] : facts.rows) {
            const TextBlock left = sheet.text(name, styleOf(style::kBody, 400, style::kSecondary), kFactName);
            const TextBlock right = sheet.text(value, body(), sheet.width() - kFactName - kGap);
            const double height = std::max(left.height(), right.height());
            sheet.keep(height + 8);
            left.paint(sheet.painter(), {0, sheet.y() + 3});
            right.paint(sheet.painter(), {kFactName + kGap, sheet.y() + 3});
            sheet.advance(height + 7);
            sheet.hairline(sheet.y());
        }
    }

    void operator()(const Table& table) const { writeTable(sheet, table); }

    void operator()(const Charts& charts) const {
        const auto drawings = drawn(charts, sheet.width());
        if (besideEachOther(charts, sheet.width()))
            return paintRow(drawings);
        for (const Drawing& drawing : drawings)
            paintRow({&drawing, 1});
    }

    void operator()(const Gallery& gallery) const {
        const double width = (sheet.width() - kGap * (kPhotosPerRow - 1)) / kPhotosPerRow;
        for (std::size_t first = 0; first < gallery.photos.size(); first += kPhotosPerRow) {
            const std::size_t last = std::min(gallery.photos.size(), first + kPhotosPerRow);
            double height = 0;
            std::vector<TextBlock> captions;
            for (std::size_t i = first; i < last; ++i) {
                captions.push_back(caption(gallery.photos[i], width));
                height = std::max(height, captions.back().height());
            }
            sheet.keep(kPhotoHeight + height + kGap);
            for (std::size_t i = first; i < last; ++i) {
                const double x = double(i - first) * (width + kGap);
                paintPhoto(gallery.photos[i].image, {x, sheet.y(), width, kPhotoHeight});
                captions[i - first].paint(sheet.painter(), {x, sheet.y() + kPhotoHeight + 4});
            }
            sheet.advance(kPhotoHeight + height + kGap);
        }
    }

    void operator()(const Screenshot& screenshot) const {
        const QSizeF size = shown(screenshot, sheet);
        sheet.keep(size.height() + 24);
        const QRectF place({0, sheet.y()}, size);
        sheet.painter().drawImage(place, screenshot.image);
        sheet.painter().setBrush(Qt::NoBrush);
        sheet.painter().setPen(QPen(QColor::fromRgb(style::kHairline), 1));
        sheet.painter().drawRect(place);
        sheet.advance(size.height() + 4);
        sheet.write(screenshot.title, small());
    }

private:
    void writeWarning(const QString& text) const {
        const TextBlock block = sheet.text(text, body(), sheet.width() - 12);
        sheet.keep(block.height());
        sheet.painter().fillRect(QRectF(0, sheet.y(), 3, block.height()), QColor::fromRgb(style::kWarning));
        block.paint(sheet.painter(), {12, sheet.y()});
        sheet.advance(block.height());
    }

    void writeLesser(const std::vector<Headline::Lesser>& lesser) const {
        if (lesser.empty())
            return;
        const double width = sheet.width() / double(lesser.size());
        for (std::size_t i = 0; i < lesser.size(); ++i) {
            const double x = double(i) * width;
            sheet.text(lesser[i].name, small(), width - kGap).paint(sheet.painter(), {x, sheet.y()});
            sheet.text(lesser[i].value, styleOf(style::kTitle, 400, style::kText), width - kGap)
                .paint(sheet.painter(), {x, sheet.y() + 15});
            sheet.text(lesser[i].interval, small(), width - kGap).paint(sheet.painter(), {x, sheet.y() + 43});
        }
        sheet.advance(60);
    }

    /// Side by side, smaller where a page is too short.
    void paintRow(std::span<const Drawing> drawings) const {
        double height = 0;
        for (const Drawing& drawing : drawings)
            height = std::max(height, drawing.height);
        const double scale = std::min(1.0, sheet.pageHeight() / std::max(1.0, height));
        sheet.keep(height * scale);
        double x = 0;
        for (const Drawing& drawing : drawings) {
            sheet.painter().save();
            sheet.painter().translate(x, sheet.y());
            sheet.painter().scale(scale, scale);
            paint(drawing, sheet.painter());
            sheet.painter().restore();
            x += drawing.width * scale + kGap;
        }
        sheet.advance(height * scale + 8);
    }

    TextBlock caption(const Photo& photo, double width) const {
        const auto line = [&](const QString& text) { return elided(text, style::kSmall, width); };
        return sheet.text(photo.title + QChar('\n') + line(photo.detail) + QChar('\n') + line(photo.file),
                          small(), width);
    }

    void paintPhoto(const QImage& image, const QRectF& area) const {
        sheet.painter().fillRect(area, QColor::fromRgb(style::kWindow));
        if (image.isNull())
            return;
        QRectF place({}, QSizeF(image.size()).scaled(area.size(), Qt::KeepAspectRatio));
        place.moveCenter(area.center());
        sheet.painter().drawImage(place, image);
    }
};

} // namespace

double leastHeight(const Sheet& sheet, const Block& block) {
    return std::visit(Measuring{sheet}, block);
}

void writeBlock(Sheet& sheet, const Block& block) {
    std::visit(Writing{sheet}, block);
}

} // namespace graft::report
