#include "ui/model/FormFields.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"
#include "ui/widgets/WrappingCheckBox.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace graft::ui {
namespace {

constexpr int kFieldWidth = 104;
constexpr int kLabelWidth = 144;
constexpr int kNarrowestLabel = 112;

/// Takes a second line rather than room from the field; as wide in every group of a form.
class FieldLabel : public QLabel {
public:
    FieldLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {
        setTextFormat(Qt::PlainText);
        setFont(theme::font(theme::TextSize::Body));
        setWordWrap(true);
        setMinimumWidth(kNarrowestLabel);
    }
    QSize sizeHint() const override { return {kLabelWidth, heightForWidth(kLabelWidth)}; }
};

} // namespace

QFormLayout* addFields(QVBoxLayout& layout) {
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setFormAlignment(Qt::AlignLeft);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setHorizontalSpacing(theme::kBetween);
    form->setVerticalSpacing(theme::kInside);
    layout.addLayout(form);
    return form;
}

void addField(QFormLayout& form, const QString& label, const QString& tip, QWidget* field, const char* name) {
    field->setObjectName(QString::fromLatin1(name));
    field->setAccessibleName(label);
    field->setAccessibleDescription(tip);
    field->setToolTip(tip);
    field->setMinimumWidth(kFieldWidth);
    auto* text = new FieldLabel(label, field->parentWidget());
    text->setToolTip(tip);
    text->setBuddy(field);
    form.addRow(text, field);
}

QCheckBox* addCheck(QVBoxLayout& layout, const QString& label, const QString& tip, const char* name) {
    auto* box = new WrappingCheckBox(label, layout.parentWidget());
    box->setObjectName(QString::fromLatin1(name));
    box->setToolTip(tip);
    box->setAccessibleDescription(tip);
    layout.addWidget(box);
    return box;
}

QComboBox* addChoice(QFormLayout& form, const QString& label, const QString& tip, const char* name,
                     const QList<std::pair<QString, QString>>& items) {
    auto* box = new QComboBox(form.parentWidget());
    for (const auto& [text, value] : items)
        box->addItem(text, value);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addField(form, label, tip, box, name);
    return box;
}

QLabel* addHeading(QVBoxLayout& layout, const QString& text) {
    layout.addSpacing(theme::kInside);
    auto* title = bodyLabel(text, layout.parentWidget());
    title->setFont(theme::font(theme::TextSize::Body, QFont::DemiBold));
    layout.addWidget(title);
    return title;
}

} // namespace graft::ui
