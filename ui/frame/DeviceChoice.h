#pragma once

#include "training/Training.h"

#include <QComboBox>

#include <optional>

namespace graft::ui {

/// What runs compute on: "auto", "cpu" or "cuda". The graphics card bears its name; where there is none it
/// cannot be chosen and says why, but options that ask for it are still shown as they are.
class DeviceChoice : public QComboBox {
    Q_OBJECT
public:
    explicit DeviceChoice(QWidget* parent = nullptr);
    /// Nothing: not known yet.
    void setMachine(const std::optional<training::Machine>& machine);
    QString device() const { return currentData().toString(); }
    /// Without a signal.
    void setDevice(const QString& device);
};

} // namespace graft::ui
