#include "zoo/Download.h"

#include "zoo/Hash.h"

#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <memory>

namespace graft::zoo {

namespace {

using namespace std::chrono_literals;
constexpr auto silence = 30s;
constexpr int mostContinuations = 5;
constexpr qint64 bufferBytes = 4 << 20;

enum class Outcome { Done, BrokenOff, StartAgain, Failed };

bool isLoopback(const QUrl& address) {
    return address.host() == QLatin1String("127.0.0.1");
}

bool meansOffline(QNetworkReply::NetworkError error) {
    switch (error) {
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // the transfer timeout
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyTimeoutError:
        return true;
    default:
        return false;
    }
}

bool isSecure(const QUrl& address, const DownloadRequest& request) {
    const QString scheme = address.scheme();
    return scheme == QLatin1String("https") ||
           (request.plainHttpOnLoopback && scheme == QLatin1String("http") && isLoopback(address));
}

/// One request, from where the part file ends.
class Attempt {
public:
    Attempt(QNetworkAccessManager& network, const DownloadRequest& request, const Monitor& monitor)
        : m_request(request), m_monitor(monitor), m_file(QString::fromStdString(request.part.string())),
          m_network(network) {}

    Outcome run();
    const Failure& failure() const { return m_failure; }
    bool advanced() const { return m_received > 0; }

private:
    QNetworkRequest networkRequest() const;
    void start();
    void follow(const QUrl& redirection);
    void noticeRepetition();
    void receive();
    /// Compares the answer with what was asked for, before its first byte is used.
    bool accept();
    void abort(Failure::Kind kind, const std::string& message);
    Outcome conclude();
    Outcome concludeError();
    int status() const { return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); }
    std::string host() const { return m_request.address.host().toStdString(); }

    const DownloadRequest& m_request;
    const Monitor& m_monitor;
    QFile m_file;
    QNetworkAccessManager& m_network;
    std::unique_ptr<QNetworkReply> m_reply;
    QEventLoop m_loop;
    qint64 m_offset = 0;
    qint64 m_received = 0;
    qint64 m_announced = 0; ///< bytes that this answer will have; 0: it does not say
    bool m_accepted = false;
    bool m_startAgain = false;
    bool m_repeated =
        false; ///< Qt asked once more by itself: what comes now does not continue what came before
    bool m_aborted = false;
    Failure m_failure;
};

QNetworkRequest Attempt::networkRequest() const {
    QNetworkRequest request(m_request.address);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::UserVerifiedRedirectPolicy);
    request.setMaximumRedirectsAllowed(5);
    request.setTransferTimeout(int(std::chrono::milliseconds(silence).count()));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("graft-studio"));
    // As it is: a range of compressed bytes would be no range of the file.
    request.setRawHeader("Accept-Encoding", "identity");
    if (m_offset > 0)
        request.setRawHeader("Range", "bytes=" + QByteArray::number(m_offset) + "-");
    return request;
}

void Attempt::abort(Failure::Kind kind, const std::string& message) {
    if (m_aborted)
        return;
    m_aborted = true;
    m_failure = {kind, {message}};
    m_reply->abort();
}

bool Attempt::accept() {
    if (m_accepted)
        return true;
    if (status() == 200 && m_offset > 0) { // the server knows no ranges
        m_file.resize(0);
        m_file.seek(0);
        m_offset = 0;
    }
    const QByteArray range = "bytes " + QByteArray::number(m_offset) + "-";
    if (status() == 206 && !m_reply->rawHeader("Content-Range").startsWith(range)) {
        m_startAgain = true;
        m_reply->abort();
        return false;
    }
    m_accepted = status() == 200 || status() == 206;
    m_announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (!m_accepted) // the text of an error page, of any length, is of no use
        m_reply->abort();
    return m_accepted;
}

void Attempt::follow(const QUrl& redirection) {
    if (isSecure(redirection, m_request))
        return Q_EMIT m_reply->redirectAllowed();
    abort(Failure::Kind::Other,
          translate("Zoo", "%1 led to an address that is not secure (https); nothing was taken from there.",
                    {host()}));
}

void Attempt::noticeRepetition() {
    if (!m_accepted || m_aborted || m_repeated)
        return;
    m_repeated = true;
    m_reply->abort();
}

void Attempt::receive() {
    if (m_aborted || m_startAgain || m_repeated || !accept())
        return;
    const QByteArray bytes = m_reply->readAll();
    if (m_offset + m_received + bytes.size() > m_request.limit)
        return abort(
            Failure::Kind::Other,
            translate("Zoo", "The file from %1 is larger than expected and was not taken.", {host()}));
    if (m_file.write(bytes) != bytes.size())
        return abort(Failure::Kind::Other,
                     translate("Zoo", "%1 cannot be written: %2.",
                               {m_request.part.string(), m_file.errorString().toStdString()}));
    m_received += bytes.size();
    m_monitor.report(m_offset + m_received, m_announced > 0 ? m_offset + m_announced : 0, m_request.activity);
}

void Attempt::start() {
    m_reply.reset(m_network.get(networkRequest()));
    m_reply->setReadBufferSize(bufferBytes);
    QObject::connect(m_reply.get(), &QNetworkReply::redirected, &m_loop,
                     [this](const QUrl& to) { follow(to); });
    QObject::connect(m_reply.get(), &QNetworkReply::metaDataChanged, &m_loop, [this] { noticeRepetition(); });
    QObject::connect(m_reply.get(), &QNetworkReply::readyRead, &m_loop, [this] { receive(); });
    QObject::connect(m_reply.get(), &QNetworkReply::finished, &m_loop, &QEventLoop::quit);
}

Outcome Attempt::run() {
    if (!m_file.open(QIODevice::ReadWrite) || !m_file.seek(m_file.size())) {
        m_failure.error = {translate("Zoo", "%1 cannot be written: %2.",
                                     {m_request.part.string(), m_file.errorString().toStdString()})};
        return Outcome::Failed;
    }
    m_offset = m_file.size();
    start();
    QTimer stopCheck;
    QObject::connect(&stopCheck, &QTimer::timeout, &m_loop, [this] {
        if (m_monitor.stopRequested())
            abort(Failure::Kind::Stopped, stopped().message);
    });
    stopCheck.start(100ms);
    if (!m_reply->isFinished())
        m_loop.exec();
    return conclude();
}

Outcome Attempt::conclude() {
    if (!m_aborted && m_reply->error() == QNetworkReply::NoError)
        receive();
    m_reply->disconnect();
    if (!m_file.flush() && !m_aborted)
        abort(Failure::Kind::Other, translate("Zoo", "%1 cannot be written: %2.",
                                              {m_request.part.string(), m_file.errorString().toStdString()}));
    if (m_aborted)
        return Outcome::Failed;
    if (m_startAgain || (status() == 416 && m_offset > 0)) {
        m_file.resize(0);
        return Outcome::StartAgain;
    }
    if (m_repeated)
        return Outcome::BrokenOff;
    if (m_reply->error() != QNetworkReply::NoError || !m_accepted)
        return concludeError();
    // Qt does not always call it an error when the line goes dead before the end.
    return m_received < m_announced ? Outcome::BrokenOff : Outcome::Done;
}

Outcome Attempt::concludeError() {
    const auto error = m_reply->error();
    const std::string detail = m_reply->errorString().toStdString();
    if (status() >= 400)
        m_failure.error = {
            translate("Zoo", "%1 does not give the file (answer %2).", {host(), std::to_string(status())}),
            detail};
    else if (meansOffline(error))
        m_failure = {Failure::Kind::Offline, {translate("Zoo", "%1 cannot be reached.", {host()}), detail}};
    else
        m_failure.error = {translate("Zoo", "The download from %1 failed: %2.", {host(), detail})};
    return m_accepted && meansOffline(error) ? Outcome::BrokenOff : Outcome::Failed;
}

std::optional<Failure> checkAddress(const DownloadRequest& request) {
    if (isSecure(request.address, request))
        return std::nullopt;
    return Failure{Failure::Kind::Other,
                   {translate("Zoo", "%1 is not a secure (https) address.",
                              {request.address.toString().toStdString()})}};
}

void useSystemProxy(QNetworkAccessManager& network, const QUrl& address) {
    const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(address));
    if (!isLoopback(address) && !proxies.isEmpty())
        network.setProxy(proxies.first());
}

} // namespace

std::optional<Failure> download(const DownloadRequest& request, const Monitor& monitor) {
    if (auto refused = checkAddress(request))
        return refused;
    QNetworkAccessManager network;
    useSystemProxy(network, request.address);
    bool startedAgain = false;
    for (int broken = 0;;) {
        Attempt attempt(network, request, monitor);
        switch (attempt.run()) {
        case Outcome::Done:
            return std::nullopt;
        case Outcome::StartAgain:
            if (startedAgain)
                return Failure{
                    Failure::Kind::Other,
                    {translate("Zoo", "%1 does not give the file.", {request.address.host().toStdString()})}};
            startedAgain = true;
            break;
        case Outcome::BrokenOff:
            if (!attempt.advanced() || ++broken > mostContinuations)
                return Failure{
                    Failure::Kind::Other,
                    {translate("Zoo",
                               "The connection to %1 broke off. Fetch again: it goes on where it stopped.",
                               {request.address.host().toStdString()}),
                     attempt.failure().error.detail}};
            break;
        case Outcome::Failed:
            return attempt.failure();
        }
    }
}

} // namespace graft::zoo
