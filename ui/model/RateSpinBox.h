#pragma once

#include <QDoubleSpinBox>

namespace graft::ui {

/// A small positive number over many magnitudes ("0.001", "3e-5"): steps go 1, 2, 5, 10.
class RateSpinBox : public QDoubleSpinBox {
    Q_OBJECT
public:
    explicit RateSpinBox(QWidget* parent = nullptr);
    QString textFromValue(double value) const override;
    double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& position) const override;
    void stepBy(int steps) override;
};

} // namespace graft::ui
