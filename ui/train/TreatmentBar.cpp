#include "ui/train/TreatmentBar.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace graft::ui {

TreatmentBar::TreatmentBar(QWidget* parent) : QWidget(parent), m_layout(new QHBoxLayout(this)) {
    setObjectName(QStringLiteral("treatments"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(theme::kUnit);
    m_layout->addWidget(secondaryLabel(tr("Train again with:"), this));
    m_layout->addStretch(1);
    hide();
}

void TreatmentBar::show(const std::vector<Treatment>& treatments) {
    setVisible(!treatments.empty());
    const bool same =
        std::ranges::equal(treatments, m_treatments, [](const Treatment& a, const Treatment& b) {
            return a.name == b.name && a.change == b.change;
        });
    m_treatments = treatments;
    if (same)
        return;
    if (m_buttons) { // one of them may have been clicked just now
        m_buttons->hide();
        m_buttons->deleteLater();
    }
    m_buttons = new QWidget(this);
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kUnit);
    for (std::size_t i = 0; i < m_treatments.size(); ++i) {
        auto* button = new QPushButton(m_treatments[i].name, m_buttons);
        button->setAutoDefault(false);
        button->setObjectName(QStringLiteral("treatment%1").arg(i));
        button->setToolTip(m_treatments[i].change);
        button->setAccessibleDescription(m_treatments[i].change);
        connect(button, &QPushButton::clicked, this,
                [this, options = m_treatments[i].options] { Q_EMIT chosen(options); });
        row->addWidget(button);
    }
    m_layout->insertWidget(1, m_buttons);
}

} // namespace graft::ui
