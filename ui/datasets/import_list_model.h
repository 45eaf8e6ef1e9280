// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/taken_over.h"
#include "ui/datasets/command_queue.h"
#include "ui/datasets/dataset_reader.h"

#include <QAbstractTableModel>

#include <filesystem>
#include <optional>

namespace lepton::ui {

/// Several files on their way in, each with what a look at its beginning found, or at all of it where that
/// takes no time. All that can be read are imported with what was found, as a new data set of the file's name
/// or, where that name is taken, as a new version that is read as the one before was.
class ImportListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        FileColumn,
        SizeColumn,
        ReadAsColumn,
        ColumnsColumn,
        TargetColumn,
        ColumnCount
    };
    enum class State
    {
        Waiting,
        Ready,
        Failed
    };

    ImportListModel(DatasetContext context, const QStringList& files, QObject* parent = nullptr);

    /// Looks at the files, one after the other.
    void read();
    void cancel();
    bool isBusy() const { return m_read.isRunning() || m_commands.isRunning(); }
    int readyCount() const;
    bool isRead() const { return m_next >= m_files.size(); }
    std::filesystem::path file(int row) const { return m_files.at(std::size_t(row)).path; }
    bool isFailed(int row) const { return m_files.at(std::size_t(row)).state == State::Failed; }
    void remove(int row);
    /// Queues all that can be read.
    void importAll();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void changed();
    void submitted(int count);
    void submitFailed(const lepton::base::Error& error);

private:
    struct File
    {
        std::filesystem::path path;
        State state = State::Waiting;
        data::Preview preview;
        std::optional<base::Error> error;
        std::vector<data::BadRow> badRows; ///< the file fails for them
        std::string name;
        bool newVersion = false;
        data::TakenOver taken; ///< of a new version
    };
    void readNext();
    static QString whyNot(const File& file);
    QVariant toolTip(const File& file, int column) const;
    QString text(const File& file, int column) const;

    DatasetContext m_context;
    std::vector<File> m_files;
    std::size_t m_next = 0;
    Async m_read;
    CommandQueue m_commands;
};

} // namespace lepton::ui
