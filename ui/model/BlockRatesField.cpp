#include "ui/model/BlockRatesField.h"

#include "training/BlockRates.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <optional>

namespace graft::ui {
namespace {

constexpr double kLargestFactor = 1000; ///< as LearningOptions::check()
constexpr int kShownOfPart = 40;

bool writesCommas() {
    return QLocale().decimalPoint() == QLatin1String(",");
}

std::optional<double> factorFrom(QString text) {
    static const QRegularExpression number(
        QStringLiteral("^([0-9]+([.,][0-9]+)?|[.,][0-9]+)([eE][+-]?[0-9]+)?$"));
    if (!number.match(text).hasMatch())
        return std::nullopt;
    const double factor = QLocale::c().toDouble(text.replace(QLatin1Char(','), QLatin1Char('.')));
    return factor <= kLargestFactor ? std::optional(factor) : std::nullopt;
}

Error notUnderstood(const QString& part) {
    return {translate("BlockRates",
                      "“%1” is not understood. Write a block, =, and a factor from 0 to 1000, as in %2.",
                      {part.left(kShownOfPart).toStdString(),
                       blockRatesText({{"layer1", 0.1}, {"layer2", 0.5}}).toStdString()})};
}

} // namespace

QString blockRatesText(const BlockRates& rates) {
    QStringList parts;
    for (const auto& [block, factor] : rates) {
        QString number = QString::number(factor, 'g', QLocale::FloatingPointShortest);
        if (writesCommas())
            number.replace(QLatin1Char('.'), QLatin1Char(','));
        parts << QStringLiteral("%1=%2").arg(QString::fromStdString(block), number);
    }
    return parts.join(writesCommas() ? QStringLiteral("; ") : QStringLiteral(", "));
}

Result<BlockRates> blockRatesFrom(const QString& text) {
    static const QRegularExpression separator(QStringLiteral(";|(?<![0-9]),|,(?![0-9])"));
    BlockRates rates;
    for (const QString& piece : text.split(separator, Qt::SkipEmptyParts)) {
        const QString part = piece.trimmed();
        if (part.isEmpty())
            continue;
        const QString block = part.section(QLatin1Char('='), 0, -2).trimmed();
        const auto factor = factorFrom(part.section(QLatin1Char('='), -1).trimmed());
        if (block.isEmpty() || block.contains(QLatin1Char('=')) || !factor)
            return notUnderstood(part);
        if (!rates.emplace(block.toStdString(), *factor).second)
            return Error{translate("BlockRates", "“%1” has two factors. Leave one of them out.",
                                   {block.left(kShownOfPart).toStdString()})};
    }
    return rates;
}

BlockRatesField::BlockRatesField(const QString& label, const QString& tip, QWidget* parent)
    : QWidget(parent), m_line(new QLineEdit(this)), m_message(new InlineMessage(this)) {
    auto* name = bodyLabel(label, this);
    name->setToolTip(tip);
    name->setBuddy(m_line);
    m_line->setObjectName(QStringLiteral("blockRates"));
    m_line->setAccessibleName(label);
    m_line->setAccessibleDescription(tip);
    m_line->setToolTip(tip);
    m_line->setPlaceholderText(tr("none"));
    m_message->setObjectName(QStringLiteral("blockRatesMessage"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kUnit);
    layout->addWidget(name);
    layout->addWidget(m_line);
    layout->addWidget(m_message);
    connect(m_line, &QLineEdit::editingFinished, this, &BlockRatesField::take);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        if (m_problem.isEmpty())
            return; // nobody is interrupted while writing
        const auto read = written();
        setProblem(read ? QString() : QString::fromStdString(read.error().message));
    });
}

Result<BlockRates> BlockRatesField::written() const {
    auto rates = blockRatesFrom(m_line->text());
    const graph::Architecture* architecture = graph::findArchitecture(m_model);
    if (!rates || !architecture)
        return rates;
    training::LearningOptions learning;
    learning.blockRates = *rates;
    if (auto fits = training::checkBlockNames(*architecture, learning); !fits)
        return fits.error();
    return rates;
}

void BlockRatesField::setRates(const std::string& model, const BlockRates& rates) {
    const bool same = model == m_model && rates == m_rates;
    m_model = model;
    m_rates = rates;
    if (same && !m_problem.isEmpty())
        return;
    m_line->setText(blockRatesText(rates));
    setProblem({});
}

void BlockRatesField::take() {
    const auto read = written();
    setProblem(read ? QString() : QString::fromStdString(read.error().message));
    if (!read)
        return;
    m_line->setText(blockRatesText(*read));
    if (*read == m_rates) // leaving the field is no edit
        return;
    m_rates = *read;
    Q_EMIT changed();
}

void BlockRatesField::setProblem(const QString& problem) {
    if (problem.isEmpty())
        m_message->hide();
    else if (problem != m_problem || !m_message->isVisibleTo(this))
        m_message->show(InlineMessage::Kind::Error, problem);
    if (problem == m_problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

} // namespace graft::ui
