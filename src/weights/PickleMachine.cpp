#include "weights/Pickle.h"
#include "weights/TensorCheck.h"

#include <unordered_map>

// Opcodes: the table in CPython's Lib/pickletools.py.
namespace graft::weights::pickle {

namespace {

constexpr std::size_t mostValues = 4'000'000;

class Machine {
public:
    Machine(Cursor& cursor, std::uint64_t limit)
        : m_cursor(cursor), m_limit(limit), m_start(cursor.position()) {}
    Result<Document> run();

private:
    bool step(unsigned char opcode);
    bool readScalar(unsigned char opcode);
    bool readContainer(unsigned char opcode);
    bool useMemo(unsigned char opcode);
    bool makeObject(unsigned char opcode);

    Ref add(Value value);
    void push(Value value) { m_stack.push_back(add(std::move(value))); }
    Ref pop();
    Ref top();
    /// What was pushed since the last mark.
    std::vector<Ref> popToMark();
    void pushTuple(std::size_t items);
    void append(const std::vector<Ref>& items);
    void setItems(const std::vector<Ref>& items);
    void pushLong(std::uint64_t bytes);
    void pushGlobal(const std::string& module, const std::string& name);
    void call();
    void tooLarge() {
        m_cursor.fail(translate("Weights", "its table of tensors (pickle) is larger than is read at most"));
    }
    void broken() { m_cursor.fail(translate("Weights", "its table of tensors (pickle) is damaged")); }

    Cursor& m_cursor;
    std::uint64_t m_limit;
    std::uint64_t m_start;
    Document m_document;
    std::size_t m_copied = 0;
    std::vector<Ref> m_stack;
    std::vector<std::size_t> m_marks;
    std::unordered_map<std::uint32_t, Ref> m_memo;
};

Ref Machine::add(Value value) {
    if (m_document.values.size() >= mostValues) {
        tooLarge();
        return 0;
    }
    m_document.values.push_back(std::move(value));
    return Ref(m_document.values.size() - 1);
}

Ref Machine::top() {
    if (!m_stack.empty() && (m_marks.empty() || m_stack.size() > m_marks.back()))
        return m_stack.back();
    broken();
    return 0;
}

Ref Machine::pop() {
    const Ref ref = top();
    if (!m_cursor.failed())
        m_stack.pop_back();
    return ref;
}

std::vector<Ref> Machine::popToMark() {
    if (m_marks.empty()) {
        broken();
        return {};
    }
    std::vector<Ref> items(m_stack.begin() + std::ptrdiff_t(m_marks.back()), m_stack.end());
    m_stack.resize(m_marks.back());
    m_marks.pop_back();
    return items;
}

void Machine::pushTuple(std::size_t items) {
    Tuple tuple{std::vector<Ref>(items)};
    for (std::size_t i = items; i-- > 0;)
        tuple.items[i] = pop();
    push(std::move(tuple));
}

void Machine::append(const std::vector<Ref>& items) {
    auto* list = std::get_if<List>(&m_document.values[top()]);
    if (m_cursor.failed() || !list)
        return broken();
    list->items.insert(list->items.end(), items.begin(), items.end());
}

void Machine::setItems(const std::vector<Ref>& items) {
    auto* dict = std::get_if<Dict>(&m_document.values[top()]);
    if (m_cursor.failed() || !dict || items.size() % 2 != 0)
        return broken();
    for (std::size_t i = 0; i < items.size(); i += 2)
        dict->items.emplace_back(items[i], items[i + 1]);
}

/// Two's complement of any length; what does not fit is kept as its bytes.
void Machine::pushLong(std::uint64_t bytes) {
    const std::string text = m_cursor.text(bytes, 64);
    if (text.size() > 8)
        return push(text);
    std::int64_t value = !text.empty() && (text.back() & 0x80) ? -1 : 0;
    std::memcpy(&value, text.data(), text.size());
    push(value);
}

void Machine::pushGlobal(const std::string& module, const std::string& name) {
    const std::string full = (module == "__builtin__" ? "builtins" : module) + "." + name;
    if (m_cursor.failed())
        return;
    if (!isKnownGlobal(full))
        return m_cursor.fail(translate("Weights",
                                       "it holds more than tensors: it asks for the Python object “%1”. "
                                       "Nothing of it was run; save only "
                                       "the state_dict() of the model",
                                       {quotedForMessage(full)}));
    push(Global{full});
}

void Machine::call() {
    const Ref arguments = pop(), callable = pop();
    if (m_cursor.failed())
        return;
    const auto* global = m_document.get<Global>(callable);
    const auto* tuple = m_document.get<Tuple>(arguments);
    auto value = global && tuple ? construct(m_document, global->name, tuple->items) : std::nullopt;
    if (!value)
        return broken();
    if (const auto* dict = std::get_if<Dict>(&*value); dict && (m_copied += dict->items.size()) > mostValues)
        return tooLarge();
    push(*std::move(value));
}

bool Machine::readScalar(unsigned char opcode) {
    switch (opcode) {
    case 'N':
        push(None{});
        return true;
    case 0x88:
    case 0x89:
        push(opcode == 0x88);
        return true;
    case 'J':
        push(std::int64_t(m_cursor.number<std::int32_t>()));
        return true;
    case 'K':
        push(std::int64_t(m_cursor.number<std::uint8_t>()));
        return true;
    case 'M':
        push(std::int64_t(m_cursor.number<std::uint16_t>()));
        return true;
    case 0x8a:
        pushLong(m_cursor.number<std::uint8_t>());
        return true;
    case 'G': { // the only big-endian number
        const auto bits = __builtin_bswap64(m_cursor.number<std::uint64_t>());
        double value;
        std::memcpy(&value, &bits, sizeof value);
        push(value);
        return true;
    }
    case 'U':  // SHORT_BINSTRING
    case 'C':  // SHORT_BINBYTES
    case 0x8c: // SHORT_BINUNICODE
        push(m_cursor.text(m_cursor.number<std::uint8_t>(), m_limit));
        return true;
    case 'T': // BINSTRING
    case 'B': // BINBYTES
    case 'X': // BINUNICODE
        push(m_cursor.text(m_cursor.number<std::uint32_t>(), m_limit));
        return true;
    case 0x8d: // BINUNICODE8
        push(m_cursor.text(m_cursor.number<std::uint64_t>(), m_limit));
        return true;
    default:
        return false;
    }
}

bool Machine::readContainer(unsigned char opcode) {
    switch (opcode) {
    case '(':
        m_marks.push_back(m_stack.size());
        return true;
    case '0':
        pop();
        return true;
    case '1':
        popToMark();
        return true;
    case '}':
        push(Dict{});
        return true;
    case ']':
        push(List{});
        return true;
    case ')':
        push(Tuple{});
        return true;
    case 't':
        push(Tuple{popToMark()});
        return true;
    case 0x85:
    case 0x86:
    case 0x87:
        pushTuple(opcode - 0x84u);
        return true;
    case 'l':
        push(List{popToMark()});
        return true;
    case 'd': {
        const auto items = popToMark();
        push(Dict{});
        setItems(items);
        return true;
    }
    case 'a': {
        const Ref item = pop();
        append({item});
        return true;
    }
    case 'e':
        append(popToMark());
        return true;
    case 's': {
        const Ref value = pop(), key = pop();
        setItems({key, value});
        return true;
    }
    case 'u':
        setItems(popToMark());
        return true;
    default:
        return false;
    }
}

bool Machine::useMemo(unsigned char opcode) {
    const auto get = [&](std::uint32_t index) {
        const auto found = m_memo.find(index);
        found == m_memo.end() ? broken() : m_stack.push_back(found->second);
    };
    switch (opcode) {
    case 'q':
        m_memo[m_cursor.number<std::uint8_t>()] = top();
        return true;
    case 'r':
        m_memo[m_cursor.number<std::uint32_t>()] = top();
        return true;
    case 0x94:
        m_memo[std::uint32_t(m_memo.size())] = top();
        return true;
    case 'h':
        get(m_cursor.number<std::uint8_t>());
        return true;
    case 'j':
        get(m_cursor.number<std::uint32_t>());
        return true;
    case '2':
        m_stack.push_back(top());
        return true;
    default:
        return false;
    }
}

bool Machine::makeObject(unsigned char opcode) {
    switch (opcode) {
    case 'c': {
        const std::string module = m_cursor.line(1000), name = m_cursor.line(1000);
        pushGlobal(module, name);
        return true;
    }
    case 0x93: {
        const Ref name = pop(), module = pop();
        const auto *nameText = m_document.get<std::string>(name),
                   *moduleText = m_document.get<std::string>(module);
        nameText&& moduleText ? pushGlobal(*moduleText, *nameText) : broken();
        return true;
    }
    case 'R':  // REDUCE
    case 0x81: // NEWOBJ
        call();
        return true;
    case 'b': // BUILD: attributes of a dict, such as a state dict's _metadata
        pop();
        if (!m_cursor.failed() && !m_document.get<Dict>(top()))
            broken();
        return true;
    case 'Q': {
        const Ref id = pop();
        auto storage = m_cursor.failed() ? std::nullopt : storageOf(m_document, id);
        if (storage)
            push(*std::move(storage));
        else
            m_cursor.fail(translate("Weights", "it keeps its numbers in a way that is not supported"));
        return true;
    }
    default:
        return false;
    }
}

bool Machine::step(unsigned char opcode) {
    switch (opcode) {
    case 0x80: // PROTO
        m_cursor.skip(1);
        return true;
    case 0x95: // FRAME
        m_cursor.skip(8);
        return true;
    default:
        return readScalar(opcode) || readContainer(opcode) || useMemo(opcode) || makeObject(opcode);
    }
}

Result<Document> Machine::run() {
    m_document.values.emplace_back(None{}); // what a failed pop() refers to
    for (;;) {
        const auto opcode = m_cursor.number<unsigned char>();
        if (m_cursor.failed())
            return m_cursor.error();
        if (opcode == '.')
            break;
        if (!step(opcode))
            broken();
        if (m_cursor.position() - m_start > m_limit)
            m_cursor.fail(
                translate("Weights", "its table of tensors (pickle) is larger than is read at most"));
    }
    m_document.root = pop();
    if (m_cursor.failed())
        return m_cursor.error();
    return std::move(m_document);
}

} // namespace

Result<Document> interpret(Cursor& cursor, std::uint64_t limit) {
    return Machine(cursor, limit).run();
}

} // namespace graft::weights::pickle
