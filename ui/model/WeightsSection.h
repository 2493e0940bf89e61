#pragma once

#include "ui/model/Backbones.h"

#include <QWidget>

#include <string>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace graft::ui {

class InlineMessage;

/// Which weights the chosen backbone starts from, where they come from, and how to get them here.
class WeightsSection : public QWidget {
    Q_OBJECT
public:
    explicit WeightsSection(const zoo::Zoo& zoo, QWidget* parent = nullptr);

    void setBackbone(const Backbone& backbone, const std::string& weights);
    /// Empty: from scratch.
    std::string weights() const;
    /// Null: from scratch.
    const zoo::WeightsEntry* entry() const;
    /// From scratch, or the chosen weights are on this computer.
    bool ready() const;

    /// Negative: nothing is being fetched.
    void setFetching(double progress, const QString& activity);
    void showError(const QString& message);
    void clearError();
    void refresh();

Q_SIGNALS:
    void chosen(const std::string& weights);
    void downloadRequested();
    void cancelRequested();
    void importRequested();

private:
    QString details(const zoo::WeightsEntry& entry) const;

    const zoo::Zoo& m_zoo;
    QComboBox* m_choice;
    QLabel* m_details;
    QLabel* m_scratch;
    QPushButton* m_download;
    QPushButton* m_import;
    QProgressBar* m_progress;
    QLabel* m_activity;
    InlineMessage* m_message;
    bool m_fetching = false;
    bool m_filling = false;
};

} // namespace graft::ui
