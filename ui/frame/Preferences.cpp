#include "ui/frame/Preferences.h"

#include <QDir>
#include <QStandardPaths>

namespace graft::ui {
namespace {

constexpr int kRecentProjects = 12;
constexpr qint64 kUsualUndoLimit = 1'000'000'000;

QString documentsFolder() {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (QDir(documents).exists() && documents != QDir::homePath())
        return documents;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/graft-studio/projects");
}

} // namespace

Preferences::Preferences() = default;

Preferences::Preferences(const std::filesystem::path& file)
    : m_file(std::make_unique<QSettings>(QString::fromStdString(file.string()), QSettings::IniFormat)) {}

QString Preferences::projectsFolder() const {
    const QString kept = value(QStringLiteral("projects/folder")).toString();
    if (!kept.isEmpty() && QDir(kept).exists())
        return kept;
    return QDir(documentsFolder()).exists() ? documentsFolder() : QDir::homePath();
}

qint64 Preferences::undoLimit() const {
    bool isNumber = false;
    const qint64 kept = value(QStringLiteral("projects/undoLimit")).toLongLong(&isNumber);
    return isNumber && kept >= 0 ? kept : kUsualUndoLimit;
}

QString Preferences::samplesFolder() const {
    return documentsFolder();
}

void Preferences::rememberProject(const QString& folder) {
    QStringList recent = recentProjects();
    recent.removeAll(folder);
    recent.prepend(folder);
    set(QStringLiteral("projects/recent"), QStringList(recent.mid(0, kRecentProjects)));
}

void Preferences::forgetProject(const QString& folder) {
    QStringList recent = recentProjects();
    recent.removeAll(folder);
    set(QStringLiteral("projects/recent"), recent);
}

QVariant Preferences::value(const QString& key) const {
    return m_file ? m_file->value(key) : m_values.value(key);
}

QString Preferences::text(const QString& key, const QString& otherwise) const {
    const QString kept = value(key).toString();
    return kept.isEmpty() ? otherwise : kept;
}

void Preferences::set(const QString& key, const QVariant& value) {
    if (m_file)
        m_file->setValue(key, value);
    else
        m_values[key] = value;
}

} // namespace graft::ui
