#pragma once

#include "ui/frame/Page.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace graft::ui {

class InlineMessage;
class DeviceChoice;
class MachineFacts;
class StorageSection;
class Studio;
class TrainingSession;

/// How the program looks, what runs compute on, where things are kept, and what this computer is.
class SettingsPage : public Page {
    Q_OBJECT
public:
    SettingsPage(Studio& studio, TrainingSession& session, MachineFacts& machine, QWidget* parent = nullptr);

    void entered() override;
    bool settled() const override;

private:
    QFormLayout* addSection(QVBoxLayout* column, const QString& title);
    void addField(QFormLayout* form, const QString& name, QWidget* field);
    void buildLook(QFormLayout* form);
    void buildTraining(QFormLayout* form);
    void buildMachine(QFormLayout* form);
    void refreshDevices();
    void refreshMachine();

    Studio& m_studio;
    MachineFacts& m_machine;
    QComboBox* m_scheme = nullptr;
    QComboBox* m_language = nullptr;
    QLabel* m_languageNote = nullptr;
    QCheckBox* m_reducedMotion = nullptr;
    DeviceChoice* m_device = nullptr;
    StorageSection* m_storage = nullptr;
    QFormLayout* m_facts = nullptr;
};

} // namespace graft::ui
