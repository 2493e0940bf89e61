#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <memory>

namespace graft::ui {

/// What the program remembers of a person from one start to the next, in one file. Without a file nothing is
/// remembered beyond the life of the object. UI thread.
class Preferences {
public:
    Preferences();
    explicit Preferences(const std::filesystem::path& file);

    /// "system", "light" or "dark".
    QString scheme() const { return text(QStringLiteral("look/scheme"), QStringLiteral("system")); }
    void setScheme(const QString& scheme) { set(QStringLiteral("look/scheme"), scheme); }
    /// "system", or a language that there is a translation for: "en", "de".
    QString language() const { return text(QStringLiteral("look/language"), QStringLiteral("system")); }
    void setLanguage(const QString& language) { set(QStringLiteral("look/language"), language); }
    bool reducedMotion() const { return value(QStringLiteral("look/reducedMotion")).toBool(); }
    void setReducedMotion(bool reduced) { set(QStringLiteral("look/reducedMotion"), reduced); }
    /// "auto", "cpu" or "cuda": what new training options start with.
    QString device() const { return text(QStringLiteral("training/device"), QStringLiteral("auto")); }
    void setDevice(const QString& device) { set(QStringLiteral("training/device"), device); }

    /// Bytes that the undo history of a project may take; 0: any number.
    qint64 undoLimit() const;
    void setUndoLimit(qint64 bytes) { set(QStringLiteral("projects/undoLimit"), bytes); }

    QByteArray windowGeometry() const { return value(QStringLiteral("window/geometry")).toByteArray(); }
    void setWindowGeometry(const QByteArray& geometry) { set(QStringLiteral("window/geometry"), geometry); }
    /// Below which new projects are made.
    QString projectsFolder() const;
    void setProjectsFolder(const QString& folder) { set(QStringLiteral("projects/folder"), folder); }

    /// Where the sample project is painted.
    QString samplesFolder() const;

    /// Newest first.
    QStringList recentProjects() const { return value(QStringLiteral("projects/recent")).toStringList(); }
    void rememberProject(const QString& folder);
    void forgetProject(const QString& folder);

private:
    QVariant value(const QString& key) const;
    QString text(const QString& key, const QString& otherwise) const;
    void set(const QString& key, const QVariant& value);

    std::unique_ptr<QSettings> m_file; ///< null: m_values is all there is
    QVariantMap m_values;
};

} // namespace graft::ui
