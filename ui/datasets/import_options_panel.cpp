// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasets/import_options_panel.h"

#include "ui/datasets/dataset_text.h"
#include "ui/datasets/encoding_readings.h"
#include "ui/datasets/import_view_model.h"
#include "ui/datasets/taken_text.h"
#include "ui/datasets/words_edit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/string_list.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace lepton::ui {

namespace {

enum Delimiter
{
    Comma,
    Tab,
    Semicolon,
    Bar,
    Other
};

constexpr char delimiters[] = {',', '\t', ';', '|'};

QStringList defaultNulls()
{
    return {QStringLiteral("NA"), QStringLiteral("N/A"), QStringLiteral("null")};
}

} // namespace

ImportOptionsPanel::ImportOptionsPanel(ImportViewModel& viewModel, QWidget* parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_taken(new QWidget)
    , m_takenText(new TextLabel(theme::Step::Small, theme::Role::Text2))
    , m_encoding(new QComboBox)
    , m_readings(new EncodingReadings)
    , m_delimiter(new Segment)
    , m_otherDelimiter(new QLineEdit)
    , m_textOptions(new QWidget)
    , m_marks(new QWidget)
    , m_quote(new QComboBox)
    , m_decimal(new QComboBox)
    , m_header(new QCheckBox(tr("First row has the names")))
    , m_nulls(new WordsEdit)
{
    makeEncoding();
    makeDelimiter();
    makeMarks();
    m_header->setObjectName(QStringLiteral("import.header"));
    m_nulls->setEditName(QStringLiteral("import.nulls"), tr("Read as missing"));
    makeTaken();
    layOut();
    connectFields();
    connect(&m_viewModel, &ImportViewModel::changed, this, &ImportOptionsPanel::update);
    update();
}

void ImportOptionsPanel::makeEncoding()
{
    m_encoding->setObjectName(QStringLiteral("import.encoding"));
    m_encoding->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const auto& name : data::knownEncodings())
        m_encoding->addItem(EncodingReadings::longName(name), DatasetText::from(name));
    m_encodingField = new FormField(tr("Encoding"), m_encoding);
}

void ImportOptionsPanel::makeDelimiter()
{
    m_delimiter->setObjectName(QStringLiteral("import.delimiter"));
    const std::pair<int, QString> choices[] = {{Comma, tr("Comma")},
                                               {Tab, tr("Tab", "the character")},
                                               {Semicolon, QStringLiteral(";")},
                                               {Bar, QStringLiteral("|")},
                                               {Other, tr("Other")}};
    for (const auto& [id, text] : choices) {
        auto* button = m_delimiter->add(id, text);
        button->setObjectName(QStringLiteral("import.delimiter.%1").arg(id));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        if (id == Semicolon)
            button->setAccessibleName(tr("Semicolon"));
        if (id == Bar)
            button->setAccessibleName(tr("Vertical bar"));
    }
    m_delimiter->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_delimiterField = new FormField(tr("Delimiter"), m_delimiter);
    m_otherDelimiter->setObjectName(QStringLiteral("import.delimiter.edit"));
    m_otherDelimiter->setMaxLength(1);
    m_otherDelimiter->setPlaceholderText(tr("One character"));
    m_otherDelimiter->setAccessibleName(tr("Delimiter"));
    m_otherDelimiter->hide();
}

void ImportOptionsPanel::makeMarks()
{
    m_quote->setObjectName(QStringLiteral("import.quote"));
    m_quote->setAccessibleName(tr("Quote"));
    m_quote->addItem(tr("Double quote"), int('"'));
    m_quote->addItem(tr("Single quote"), int('\''));
    m_quote->addItem(tr("No quotes"), 0);
    m_decimal->setObjectName(QStringLiteral("import.decimal"));
    m_decimal->setAccessibleName(tr("Decimal mark"));
    m_decimal->addItem(tr("As found", "the decimal mark"), 0);
    m_decimal->addItem(QStringLiteral("1234.5"), int('.'));
    m_decimal->addItem(QStringLiteral("1234,5"), int(','));
    auto* layout = new QHBoxLayout(m_marks);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap8);
    layout->addWidget(m_quote, 1);
    layout->addWidget(m_decimal, 1);
}

void ImportOptionsPanel::layOut()
{
    auto* text = new QVBoxLayout(m_textOptions);
    text->setContentsMargins(0, 0, 0, 0);
    text->setSpacing(theme::gap12);
    auto* encoding = new QVBoxLayout;
    encoding->setSpacing(theme::gap4);
    encoding->addWidget(m_encodingField);
    encoding->addWidget(m_readings);
    text->addLayout(encoding);
    auto* delimiter = new QVBoxLayout;
    delimiter->setSpacing(theme::gap4);
    delimiter->addWidget(m_delimiterField);
    delimiter->addWidget(m_otherDelimiter);
    text->addLayout(delimiter);
    text->addWidget(new FormField(tr("Quote and decimal"), m_marks));
    text->addWidget(m_header);
    auto* nulls = new FormField(tr("Read as missing"), m_nulls);
    nulls->setNote(tr("beside empty fields"));
    text->addWidget(nulls);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap12);
    layout->addWidget(m_taken);
    layout->addWidget(m_textOptions);
}

void ImportOptionsPanel::connectFields()
{
    connect(m_encoding, &QComboBox::activated, this, [this] {
        change([this](data::ReadOptions& options) {
            options.encoding = m_encoding->currentData().toString().toStdString();
        });
    });
    connect(m_readings, &EncodingReadings::chosen, this, [this](const QString& name) {
        change([&](data::ReadOptions& options) { options.encoding = name.toStdString(); });
    });
    connect(m_delimiter, &Segment::chosen, this, &ImportOptionsPanel::chooseDelimiter);
    connect(m_otherDelimiter, &QLineEdit::textEdited, this, [this](const QString& typed) {
        if (typed.size() == 1 && typed.front().unicode() < 0x80)
            change([&](data::ReadOptions& options) { options.delimiter = char(typed.front().unicode()); });
    });
    connect(m_quote, &QComboBox::activated, this, [this] {
        change([this](data::ReadOptions& options) { options.quote = char(m_quote->currentData().toInt()); });
    });
    connect(m_decimal, &QComboBox::activated, this, [this] {
        change([this](data::ReadOptions& options) {
            const int mark = m_decimal->currentData().toInt();
            options.decimalMark = mark == 0 ? std::nullopt : std::optional<char>(char(mark));
        });
    });
    connect(m_header, &QCheckBox::clicked, this,
            [this](bool on) { change([&](data::ReadOptions& options) { options.hasHeader = on; }); });
    connect(m_nulls, &WordsEdit::edited, this, [this] {
        change([this](data::ReadOptions& options) {
            std::vector<std::string> words;
            for (const auto& word : m_nulls->words())
                words.push_back(word.toStdString());
            options.nulls = std::move(words);
        });
    });
}

void ImportOptionsPanel::makeTaken()
{
    m_taken->setObjectName(QStringLiteral("import.taken"));
    m_takenText->setObjectName(QStringLiteral("import.taken.text"));
    m_takenText->setTextFormat(Qt::PlainText);
    m_takenText->setWordWrap(true);
    auto* afresh = new Button(tr("Read afresh"), ButtonKind::Link);
    afresh->setObjectName(QStringLiteral("import.taken.afresh"));
    afresh->setSmall(true);
    afresh->setToolTip(tr("Finds encoding, delimiter, types and words for missing in the file itself"));
    auto* line = new QHBoxLayout;
    line->addWidget(afresh);
    line->addStretch();
    auto* layout = new QVBoxLayout(m_taken);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap4);
    layout->addWidget(m_takenText);
    layout->addLayout(line);
    connect(afresh, &QPushButton::clicked, this, [this] { m_viewModel.readAfresh(); });
}

void ImportOptionsPanel::updateTaken(const std::optional<data::TakenOver>& taken)
{
    QStringList sentences;
    if (taken)
        sentences << takenSentence(*taken) << leftSentence(*taken);
    sentences.removeAll(QString());
    m_takenText->setText(sentences.join(QLatin1Char('\n')));
    m_taken->setVisible(!sentences.isEmpty());
}

template <class Change>
void ImportOptionsPanel::change(Change&& apply)
{
    auto options = m_viewModel.options();
    apply(options);
    m_viewModel.setOptions(options);
}

void ImportOptionsPanel::chooseDelimiter(int id)
{
    m_otherDelimiter->setVisible(id == Other);
    if (id == Other) {
        m_otherDelimiter->setFocus();
        m_otherDelimiter->selectAll();
        return;
    }
    change([id](data::ReadOptions& options) { options.delimiter = delimiters[id]; });
}

void ImportOptionsPanel::update()
{
    const auto& options = m_viewModel.options();
    const auto& detected = m_viewModel.preview().detected;
    const bool known = m_viewModel.state() == ImportViewModel::State::Ready;
    const auto taken = m_viewModel.taken();
    updateTaken(taken);
    const auto statedBy = [&taken](data::ReadOption option) {
        return taken && std::ranges::find(taken->taken, option) != taken->taken.end()
                   ? tr("as v%1", "read as a version was").arg(taken->version)
                   : tr("as you say");
    };
    m_textOptions->setVisible(!known || detected.format == data::FileFormat::Csv);

    const auto stated = options.encoding
                            ? data::canonicalEncoding(*options.encoding).value_or(*options.encoding)
                            : detected.encoding;
    m_encoding->setCurrentIndex(m_encoding->findData(DatasetText::from(stated)));
    const auto reading = std::ranges::find(detected.readings, stated, &data::EncodingReading::encoding);
    if (options.encoding)
        m_encodingField->setNote(statedBy(data::ReadOption::Encoding));
    else if (reading != detected.readings.end())
        m_encodingField->setNote(
            tr("%1 % sure").arg(QLocale().toString(int(std::floor(reading->confidence * 100)))));
    else
        m_encodingField->setNote({});
    if (known)
        m_readings->setReadings(detected.readings, stated);

    const char delimiter = options.delimiter.value_or(detected.delimiter);
    const auto* known4 = std::ranges::find(delimiters, delimiter);
    m_delimiterField->setNote(!known              ? QString()
                              : options.delimiter ? statedBy(data::ReadOption::Delimiter)
                                                  : tr("found"));
    if (!m_otherDelimiter->hasFocus()) {
        const bool other = known4 == std::end(delimiters);
        m_delimiter->setCurrent(other ? int(Other) : int(known4 - std::begin(delimiters)));
        m_otherDelimiter->setVisible(other);
        if (other)
            m_otherDelimiter->setText(QString(QLatin1Char(delimiter)));
    }
    m_quote->setCurrentIndex(m_quote->findData(int(options.quote)));
    m_decimal->setCurrentIndex(m_decimal->findData(options.decimalMark ? int(*options.decimalMark) : 0));
    m_header->setChecked(options.hasHeader);
    m_nulls->setWords(options.nulls ? stringList(*options.nulls) : defaultNulls());
}

} // namespace lepton::ui
