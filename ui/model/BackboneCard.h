#pragma once

#include "ui/model/Backbones.h"

#include <QAbstractButton>

namespace graft::ui {

/// One backbone as a card: three numbers a person understands, what it costs, what it is good for.
class BackboneCard : public QAbstractButton {
    Q_OBJECT
public:
    explicit BackboneCard(Backbone backbone, QWidget* parent = nullptr);

    static constexpr int kHeight = 168;
    static constexpr int kSmallestWidth = 272;

    const Backbone& backbone() const { return m_backbone; }
    const std::string& model() const { return m_backbone.architecture->name; }
    void setReady(bool ready);
    /// Time per epoch here; empty: not measured.
    void setTime(const QString& time, const QString& details);
    /// In [0, 1] while something is fetched; negative: nothing is.
    void setFetchProgress(double progress);

    QSize sizeHint() const override { return {kSmallestWidth, kHeight}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    void paintFrame(QPainter& painter) const;
    void paintTitle(QPainter& painter, const QRect& area) const;
    void paintFigures(QPainter& painter, const QRect& area) const;
    void paintPurpose(QPainter& painter, const QRect& area) const;
    QString availability() const;

    Backbone m_backbone;
    QString m_time;
    double m_fetched = -1;
};

} // namespace graft::ui
