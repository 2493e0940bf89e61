#pragma once

#include "support/Support.h"

#include <QFile>

#include <algorithm>
#include <string>
#include <sys/mount.h>
#include <sys/statvfs.h>

namespace graft::test {

/// A disk of a few megabytes, where this process may mount one.
class SmallDisk {
public:
    explicit SmallDisk(int megabytes)
        : m_mounted(::mount("none", path().c_str(), "tmpfs", 0,
                            ("size=" + std::to_string(megabytes) + "m,mode=755").c_str()) == 0) {}
    ~SmallDisk() {
        if (m_mounted)
            ::umount2(path().c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool mounted() const { return m_mounted; }
    std::filesystem::path path() const { return m_folder.path(); }

    bool makeReadOnly() const {
        return ::mount("none", path().c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }
    /// To the last byte.
    void fill() const {
        QFile file(fillerName());
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return;
        const QByteArray block(4096, 'x');
        while (file.write(block) == block.size()) {
        }
    }
    void makeRoom() const { QFile::remove(fillerName()); }

private:
    QString fillerName() const { return QString::fromStdString((path() / "filler").string()); }

    TemporaryFolder m_folder;
    bool m_mounted;
};

} // namespace graft::test

#define GRAFT_NEEDS_MOUNT(disk)                                                                              \
    if (!(disk).mounted())                                                                                   \
    QSKIP("only root may mount a small disk")
