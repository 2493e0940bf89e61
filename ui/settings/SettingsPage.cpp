#include "ui/settings/SettingsPage.h"

#include "ui/frame/Appearance.h"
#include "ui/frame/DeviceChoice.h"
#include "ui/frame/MachineFacts.h"
#include "ui/frame/PageNames.h"
#include "ui/frame/Studio.h"
#include "ui/settings/StorageSection.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QScrollArea>
#include <QSignalBlocker>

namespace graft::ui {
namespace {

constexpr int kColumnWidth = 680;
constexpr int kFieldWidth = 240;
constexpr int kLabelWidth = 180;

void choose(QComboBox* box, const QString& data) {
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

} // namespace

SettingsPage::SettingsPage(Studio& studio, TrainingSession& session, MachineFacts& machine, QWidget* parent)
    : Page(PageId::Settings, pageTitle(PageId::Settings), parent), m_studio(studio), m_machine(machine) {
    setObjectName(QStringLiteral("settingsPage"));
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* board = new QWidget(scroll);
    auto* sides = new QHBoxLayout(board);
    sides->setContentsMargins(0, 0, theme::kInside, 0);
    auto* middle = new QWidget(board);
    middle->setMaximumWidth(kColumnWidth);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kInside + theme::kUnit);
    buildLook(addSection(column, tr("Look")));
    buildTraining(addSection(column, tr("Training")));
    addSection(column, tr("Storage"));
    m_storage = new StorageSection(studio, session, middle);
    column->addWidget(m_storage);
    buildMachine(addSection(column, tr("This computer")));
    column->addStretch(1);
    sides->addWidget(middle, 1);
    sides->addStretch(0);
    scroll->setWidget(board);
    content()->addWidget(scroll, 1);
}

QFormLayout* SettingsPage::addSection(QVBoxLayout* column, const QString& title) {
    if (column->count() > 0) {
        column->addSpacing(theme::kInside);
        column->addWidget(hairline(Qt::Horizontal, this));
        column->addSpacing(theme::kInside);
    }
    column->addWidget(headingLabel(title, this));
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(theme::kBetween);
    form->setVerticalSpacing(theme::kInside);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(form);
    return form;
}

void SettingsPage::addField(QFormLayout* form, const QString& name, QWidget* field) {
    QLabel* label = bodyLabel(name, this);
    label->setMinimumWidth(kLabelWidth);
    label->setBuddy(field);
    field->setAccessibleName(QString(name).remove(QLatin1Char('&')));
    form->addRow(label, field);
}

void SettingsPage::buildLook(QFormLayout* form) {
    m_scheme = new QComboBox(this);
    m_scheme->setObjectName(QStringLiteral("settingScheme"));
    m_scheme->setFixedWidth(kFieldWidth);
    m_scheme->addItem(tr("As the system"), QStringLiteral("system"));
    m_scheme->addItem(tr("Light"), QStringLiteral("light"));
    m_scheme->addItem(tr("Dark"), QStringLiteral("dark"));
    connect(m_scheme, &QComboBox::currentIndexChanged, this, [this] {
        m_studio.preferences().setScheme(m_scheme->currentData().toString());
        applyAppearance(m_studio.preferences());
    });
    m_language = new QComboBox(this);
    m_language->setObjectName(QStringLiteral("settingLanguage"));
    m_language->setFixedWidth(kFieldWidth);
    m_language->addItem(tr("As the system"), QStringLiteral("system"));
    for (const Language& language : languages())
        m_language->addItem(language.ownName, language.code);
    m_languageNote = secondaryLabel(tr("Takes effect at the next start."), this);
    connect(m_language, &QComboBox::currentIndexChanged, this, [this, form] {
        m_studio.preferences().setLanguage(m_language->currentData().toString());
        form->setRowVisible(m_languageNote, true);
    });
    m_reducedMotion = new QCheckBox(tr("Less motion, also where the system does not ask for it"), this);
    m_reducedMotion->setObjectName(QStringLiteral("settingReducedMotion"));
    connect(m_reducedMotion, &QCheckBox::toggled, this, [this](bool on) {
        m_studio.preferences().setReducedMotion(on);
        applyAppearance(m_studio.preferences());
    });
    addField(form, tr("&Colours"), m_scheme);
    addField(form, tr("&Language"), m_language);
    addField(form, {}, m_languageNote);
    form->setRowVisible(m_languageNote, false);
    addField(form, {}, m_reducedMotion);
}

void SettingsPage::buildTraining(QFormLayout* form) {
    m_device = new DeviceChoice(this);
    m_device->setObjectName(QStringLiteral("settingDevice"));
    m_device->setFixedWidth(kFieldWidth);
    connect(m_device, &QComboBox::currentIndexChanged, this,
            [this] { m_studio.preferences().setDevice(m_device->device()); });
    addField(form, tr("Co&mputes on"), m_device);
    QLabel* note = secondaryLabel(
        tr("What new projects start with; each project can choose for itself on the Model page."), this);
    note->setWordWrap(true);
    addField(form, {}, note);
    connect(&m_machine, &MachineFacts::known, this, &SettingsPage::refreshDevices);
}

void SettingsPage::buildMachine(QFormLayout* form) {
    m_facts = form;
    connect(&m_machine, &MachineFacts::known, this, &SettingsPage::refreshMachine);
    refreshMachine();
}

void SettingsPage::refreshDevices() {
    m_device->setMachine(m_machine.machine());
    m_device->setDevice(m_studio.preferences().device());
}

void SettingsPage::refreshMachine() {
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    const auto add = [this](const QString& name, const QString& value) {
        QLabel* label = secondaryLabel(name, this);
        label->setMinimumWidth(kLabelWidth);
        QLabel* text = bodyLabel(value, this);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setWordWrap(true);
        m_facts->addRow(label, text);
    };
    const auto& machine = m_machine.machine();
    if (!machine)
        return add(tr("Looking…"), {});
    add(tr("Processor"), QString::fromStdString(machine->cpu));
    add(tr("Cores used"), QString::number(machine->threads));
    add(tr("Graphics card"),
        machine->cuda ? QString::fromStdString(machine->cudaDevice) : tr("none that LibTorch can use"));
    add(tr("Memory"),
        tr("%1, of which %2 free")
            .arg(bytesText(qint64(machine->memoryBytes)), bytesText(qint64(machine->availableMemoryBytes))));
    add(tr("LibTorch"), QString::fromStdString(machine->torchVersion));
    add(tr("Linear algebra"), QString::fromStdString(machine->blas));
}

void SettingsPage::entered() {
    choose(m_scheme, m_studio.preferences().scheme());
    choose(m_language, m_studio.preferences().language());
    const QSignalBlocker quiet(m_reducedMotion);
    m_reducedMotion->setChecked(m_studio.preferences().reducedMotion());
    refreshDevices();
    m_storage->refresh();
    Page::entered();
}

bool SettingsPage::settled() const {
    return m_machine.machine() && m_storage->settled();
}

} // namespace graft::ui
