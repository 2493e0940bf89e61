#pragma once

#include "base/Result.h"

#include <QWidget>

#include <map>
#include <string>

class QLineEdit;

namespace graft::ui {

class InlineMessage;

/// Block, or prefix of node names → factor of its learning rate.
using BlockRates = std::map<std::string, double>;

/// "layer1=0.1, layer2=0.5", or "layer1=0,1; layer2=0,5" where the program's language writes numbers so.
QString blockRatesText(const BlockRates& rates);
/// Reads both, in any language: factors are apart by a semicolon, or by a comma that does not stand between
/// two digits. An Error names the part that is not understood.
Result<BlockRates> blockRatesFrom(const QString& text);

/// Where the factors are written, and under it what is wrong with what is written. The options keep the last
/// factors that were right.
class BlockRatesField : public QWidget {
    Q_OBJECT
public:
    BlockRatesField(const QString& label, const QString& tip, QWidget* parent = nullptr);
    /// Without a signal. What is written and wrong stays where neither model nor rates are others.
    void setRates(const std::string& model, const BlockRates& rates);
    const BlockRates& rates() const { return m_rates; }
    /// What is written becomes the rates, as when the field is left.
    void take();
    /// For a person; empty: nothing is wrong.
    const QString& problem() const { return m_problem; }

Q_SIGNALS:
    void changed();
    void problemChanged();

private:
    Result<BlockRates> written() const;
    void setProblem(const QString& problem);

    QLineEdit* m_line;
    InlineMessage* m_message;
    std::string m_model;
    BlockRates m_rates;
    QString m_problem;
};

} // namespace graft::ui
