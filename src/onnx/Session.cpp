#include "base/Files.h"
#include "onnx/Model.h"
#include "onnx/Onnx.h"

#ifdef GRAFT_HAS_OPENCV_DNN
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/dnn/dnn.hpp>

#include <mutex>
#endif

namespace graft::onnx {

#ifdef GRAFT_HAS_OPENCV_DNN

namespace {

constexpr std::uint64_t kLargestFile = 2ull << 30;

/// OpenCV prints what it also throws.
int keepQuiet(int, const char*, const char*, const char*, int, void*) {
    return 0;
}

void silenceOpenCv() {
    static std::once_flag once;
    std::call_once(once, [] {
        cv::redirectError(keepQuiet);
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    });
}

Error cannotRun(const std::string& file, const std::exception& exception) {
    return {refused(file, translate("Onnx", "OpenCV cannot run it")).message, exception.what()};
}

} // namespace

struct Session::Impl {
    std::string file;
    Metadata metadata;
    cv::dnn::Net net;
};

Result<Session> Session::open(const std::filesystem::path& file) {
    const auto bytes = readFile(file, kLargestFile);
    if (!bytes)
        return bytes.error();
    auto model = readModel(*bytes, file.string());
    if (!model)
        return model.error();
    if (auto fits = check(*model, file.string()); !fits)
        return fits.error();
    auto impl = std::make_unique<Impl>();
    impl->file = file.string();
    impl->metadata = std::move(model->metadata);
    silenceOpenCv();
    try {
        impl->net = cv::dnn::readNetFromONNX(reinterpret_cast<const char*>(bytes->data()), bytes->size());
        impl->net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        impl->net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
    } catch (const std::exception& exception) {
        return cannotRun(impl->file, exception);
    }
    return Session(std::move(impl));
}

// One by one: OpenCV multiplies channels by factors for a batch of one only.
Result<std::vector<float>> Session::run(std::span<const float> images, const graph::Shape& image) {
    const int sides[] = {1, int(image[0]), int(image[1]), int(image[2])};
    const std::size_t one = std::size_t(image[0] * image[1] * image[2]);
    std::vector<float> rows;
    try {
        for (std::size_t at = 0; at + one <= images.size(); at += one) {
            m_impl->net.setInput(cv::Mat(4, sides, CV_32F, const_cast<float*>(images.data() + at)));
            const cv::Mat row = m_impl->net.forward();
            if (row.type() != CV_32F || !row.isContinuous() || row.dims < 2 || row.size[0] != 1)
                return refused(m_impl->file, translate("Onnx", "its answer is not one row for each image"));
            const auto* begin = row.ptr<float>();
            rows.insert(rows.end(), begin, begin + row.total());
        }
    } catch (const std::exception& exception) {
        return cannotRun(m_impl->file, exception);
    }
    return rows;
}

#else // the learning half alone, on a machine whose OpenCV has no dnn

struct Session::Impl {
    Metadata metadata;
};

Result<Session> Session::open(const std::filesystem::path& file) {
    return refused(file.string(), translate("Onnx", "this build has no part that runs ONNX files"));
}

Result<std::vector<float>> Session::run(std::span<const float>, const graph::Shape&) {
    return std::vector<float>();
}

#endif

Session::Session(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

const Metadata& Session::metadata() const {
    return m_impl->metadata;
}

} // namespace graft::onnx
