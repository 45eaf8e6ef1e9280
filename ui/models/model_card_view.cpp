// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_card_view.h"

#include "ui/models/card_words.h"
#include "ui/theme/line_box.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text_label.h"

#include <QDir>
#include <QFileDialog>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextList>
#include <QTextTable>
#include <QVBoxLayout>

namespace lepton::ui {
namespace {

constexpr int fewestCharacters = 20; ///< in a line

/// A long text as wide as the card. A label would lay all of it out at several widths to say how wide it
/// would like to be, and nobody asks for that here.
class CardText final : public TextLabel
{
public:
    CardText()
        : TextLabel(theme::Step::Body)
    {
        setTextFormat(Qt::RichText);
        setWordWrap(true);
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override
    {
        return {fontMetrics().averageCharWidth() * fewestCharacters, fontMetrics().height()};
    }
};

/// The first column stands on the edge of the text around it.
void padCells(QTextTable& table)
{
    for (int row = 0; row < table.rows(); ++row) {
        for (int column = 0; column < table.columns(); ++column) {
            QTextTableCell cell = table.cellAt(row, column);
            QTextTableCellFormat format = cell.format().toTableCellFormat();
            format.setTopPadding(theme::gap4);
            format.setBottomPadding(theme::gap4);
            format.setRightPadding(theme::gap16);
            cell.setFormat(format);
        }
    }
}

/// Points of a list hang below the text around them, and not a fifth of the card to its right.
void hangPoint(QTextBlock block)
{
    const QTextList* list = block.textList();
    if (!list || list->format().style() == QTextListFormat::ListDecimal)
        return;
    const QString point = QStringLiteral("•\u2002");
    const int depth = list->format().indent();
    const int room = QFontMetrics(theme::font(theme::Step::Body)).horizontalAdvance(point);
    block.textList()->remove(block);
    QTextBlockFormat format = block.blockFormat();
    format.setIndent(0);
    format.setLeftMargin(depth * room);
    format.setTextIndent(-room);
    QTextCursor cursor(block);
    cursor.setBlockFormat(format);
    cursor.insertText(point);
}

/// What the card shows of @p markdown: its title is that of the card, headings are no larger than those of
/// cards, tables have no lines, and of a hash stands what people compare. Images of what people typed are
/// shown as text.
QString shownText(QString markdown)
{
    static const QRegularExpression title(QStringLiteral("\\A# [^\\n]*\\n+"));
    static const QRegularExpression heading(QStringLiteral("^#{1,3} "), QRegularExpression::MultilineOption);
    static const QRegularExpression hash(QStringLiteral("`([0-9a-f]{16})[0-9a-f]{48}`"));
    markdown.remove(title);
    markdown.replace(hash, QStringLiteral("`\\1…`"));
    markdown.replace(heading, QStringLiteral("#### "));
    markdown.replace(QLatin1String("!["), QLatin1String("["));
    QTextDocument document;
    document.setMarkdown(markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                       QTextDocument::MarkdownNoHTML);
    const auto frames = document.rootFrame()->childFrames();
    for (QTextFrame* frame : frames) {
        if (auto* table = qobject_cast<QTextTable*>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorder(0);
            format.setCellSpacing(0);
            format.setCellPadding(0);
            table->setFormat(format);
            padCells(*table);
        }
    }
    const int line = theme::lineBox(theme::font(theme::Step::Body)).height();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        hangPoint(block);
        theme::setLineHeight(block, line);
        if (block.blockFormat().headingLevel() == 0)
            continue;
        QTextBlockFormat format = block.blockFormat();
        format.setTopMargin(theme::gap12);
        format.setBottomMargin(theme::gap4);
        QTextCursor(block).setBlockFormat(format);
    }
    return document.toHtml();
}

} // namespace

ModelCardView::ModelCardView(const QString& name, QWidget* parent)
    : Card(QStringLiteral(" "), parent)
    , m_text(new CardText)
    , m_edit(new Button(ButtonKind::Link))
    , m_export(new Button(ButtonKind::Link))
{
    setObjectName(name);
    m_text->setObjectName(name + QStringLiteral(".text"));
    m_edit->setObjectName(name + QStringLiteral(".edit.button"));
    m_export->setObjectName(name + QStringLiteral(".export.button"));
    m_edit->setSmall(true);
    m_export->setSmall(true);
    addToHeader(m_edit);
    addToHeader(m_export);
    body()->addWidget(m_text);
    connect(m_edit, &QPushButton::clicked, this, &ModelCardView::editRequested);
    connect(m_export, &QPushButton::clicked, this, &ModelCardView::chooseFile);
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, [this] { m_text->setText(shownText(m_markdown)); });
    retranslate();
}

void ModelCardView::setCard(const std::optional<registry::CardFacts>& facts)
{
    const QString markdown = facts ? CardWords::markdown(*facts) : QString();
    if (facts)
        m_fileName = QStringLiteral("%1-v%2.md")
                         .arg(QString::fromStdString(facts->model.name))
                         .arg(facts->version.number);
    if (markdown != m_markdown) {
        m_markdown = markdown;
        m_later.start();
    }
    m_export->setVisible(!markdown.isEmpty());
}

void ModelCardView::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Export the model card"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(objectName() + QStringLiteral(".file"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("md"));
    dialog->selectFile(m_fileName);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { Q_EMIT exportRequested(file, m_markdown); });
    dialog->open();
}

void ModelCardView::setEditReason(const QString& reason)
{
    m_edit->setDisabledReason(reason);
}

void ModelCardView::retranslate()
{
    setTitle(tr("Model card"));
    setNote(tr("facts from the log, and what people typed"));
    m_edit->setText(tr("Edit use and limits…"));
    m_export->setText(tr("Export…"));
}

} // namespace lepton::ui
