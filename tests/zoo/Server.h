#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace graft::test {

/// A web server on 127.0.0.1 that answers as the test wants. Lives in the thread that runs its event loop.
class Server : public QObject {
public:
    struct Request {
        std::string path;
        std::map<std::string, std::string> headers; ///< names in lower case
        /// First byte asked for; 0 without a range.
        std::size_t from() const {
            const auto range = headers.find("range");
            return range == headers.end() ? 0
                                          : std::stoul(range->second.substr(std::string("bytes=").size()));
        }
    };
    struct Reply {
        std::string status = "200 OK";
        std::vector<std::pair<std::string, std::string>> headers;
        std::string body;
        std::size_t sent = std::string::npos; ///< bytes of the body that are sent before the line goes dead
        bool stayOpen = false;                ///< does not hang up then
    };
    using Answer = std::function<Reply(const Request&)>;

    explicit Server(Answer answer) : m_answer(std::move(answer)) {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection())
                serve(socket);
        });
    }

    std::string address(const std::string& path = "/weights", const std::string& host = "127.0.0.1") const {
        return "http://" + host + ":" + std::to_string(m_server.serverPort()) + path;
    }
    const std::vector<Request>& requests() const { return m_requests; }

    /// Serves `file`, also from the middle.
    static Reply part(const Request& request, const std::string& file) {
        const std::size_t from = request.from();
        if (from == 0)
            return {.body = file};
        if (from >= file.size())
            return {.status = "416 Range Not Satisfiable"};
        const std::string range = "bytes " + std::to_string(from) + "-" + std::to_string(file.size() - 1) +
                                  "/" + std::to_string(file.size());
        return {.status = "206 Partial Content",
                .headers = {{"Content-Range", range}},
                .body = file.substr(from)};
    }

private:
    void serve(QTcpSocket* socket) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, text = std::string()]() mutable {
            text += socket->readAll().toStdString();
            if (text.find("\r\n\r\n") == std::string::npos)
                return;
            m_requests.push_back(parsed(text));
            text.clear();
            send(*socket, m_answer(m_requests.back()));
        });
    }

    static Request parsed(const std::string& text) {
        Request request;
        const QStringList lines = QString::fromStdString(text).split(QStringLiteral("\r\n"));
        request.path = lines.first().section(QLatin1Char(' '), 1, 1).toStdString();
        for (const QString& line : lines.mid(1))
            request.headers[line.section(QLatin1Char(':'), 0, 0).toLower().toStdString()] =
                line.section(QLatin1Char(':'), 1).trimmed().toStdString();
        return request;
    }

    static void send(QTcpSocket& socket, const Reply& reply) {
        std::string head = "HTTP/1.1 " + reply.status +
                           "\r\nConnection: close\r\nContent-Length: " + std::to_string(reply.body.size()) +
                           "\r\n";
        for (const auto& [name, value] : reply.headers)
            head += name + ": " + value + "\r\n";
        socket.write((head + "\r\n").c_str());
        const std::size_t sent = std::min(reply.sent, reply.body.size());
        socket.write(reply.body.data(), qint64(sent));
        if (!reply.stayOpen)
            socket.disconnectFromHost();
    }

    QTcpServer m_server;
    Answer m_answer;
    std::vector<Request> m_requests;
};

} // namespace graft::test
