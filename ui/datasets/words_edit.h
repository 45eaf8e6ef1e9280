// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QStringList>
#include <QWidget>

class QLineEdit;

namespace lepton::ui {

class WordChip;

/// A field of words, each a chip that a click removes. Enter or a comma adds what was typed, Backspace in the
/// empty field removes the last word.
class WordsEdit final : public QWidget
{
    Q_OBJECT

public:
    explicit WordsEdit(QWidget* parent = nullptr);

    QStringList words() const { return m_words; }
    /// Emits nothing.
    void setWords(const QStringList& words);
    void setPlaceholder(const QString& text);
    /// The name of the inner field, which has the focus.
    void setEditName(const QString& objectName, const QString& accessibleName);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    /// A person changed the words.
    void edited();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void rebuild();
    void commit();
    void remove(const QString& word);
    /// Places the chips for @p width and returns the height they take.
    int arrange(int width, bool apply) const;

    QStringList m_words;
    QList<WordChip*> m_chips;
    QLineEdit* m_edit;
};

/// One word of a WordsEdit; a click removes it.
class WordChip final : public QAbstractButton
{
    Q_OBJECT

public:
    WordChip(const QString& word, QWidget* parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace lepton::ui
