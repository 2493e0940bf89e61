#pragma once

#include <QList>
#include <QString>

#include <utility>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QVBoxLayout;
class QWidget;

// The looks that all forms of the Model page share.
namespace graft::ui {

/// A new column of labels and one of fields at the end of `layout`.
QFormLayout* addFields(QVBoxLayout& layout);
/// A field with its label; `tip` is its sentence, for the mouse and for screen readers.
void addField(QFormLayout& form, const QString& label, const QString& tip, QWidget* field, const char* name);
QCheckBox* addCheck(QVBoxLayout& layout, const QString& label, const QString& tip, const char* name);
/// A box with the given texts, and their values as data.
QComboBox* addChoice(QFormLayout& form, const QString& label, const QString& tip, const char* name,
                     const QList<std::pair<QString, QString>>& items);
/// The heading of a group of fields.
QLabel* addHeading(QVBoxLayout& layout, const QString& text);

} // namespace graft::ui
