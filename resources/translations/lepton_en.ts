<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CoreText</name>
    <message numerus="yes">
        <source>%1: there are %n field(s) where the table has %2 column(s). Mend the row, put quotes around text that holds the delimiter, or import without the rows that cannot be read.</source>
        <translation>
            <numerusform>%1: there is %n field where the table has %2 columns. Mend the row, put quotes around text that holds the delimiter, or import without the rows that cannot be read.</numerusform>
            <numerusform>%1: there are %n fields where the table has %2 columns. Mend the row, put quotes around text that holds the delimiter, or import without the rows that cannot be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatasetActions</name>
    <message numerus="yes">
        <source>%n file(s) are being imported</source>
        <translation>
            <numerusform>%n file are being imported</numerusform>
            <numerusform>%n files are being imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MachineFacts</name>
    <message numerus="yes">
        <source>%1, %n thread(s)</source>
        <comment>graphics card and processor</comment>
        <translation>
            <numerusform>%1, %n thread</numerusform>
            <numerusform>%1, %n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CPU, %n thread(s)</source>
        <translation>
            <numerusform>CPU, %n thread</numerusform>
            <numerusform>CPU, %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingText</name>
    <message numerus="yes">
        <source>In column “%1”, %n cell(s) hold a word for a missing value (such as NA) and were taken as missing.</source>
        <translation>
            <numerusform>In column “%1”, %n cell holds a word for a missing value (such as NA) and was taken as missing.</numerusform>
            <numerusform>In column “%1”, %n cells hold a word for a missing value (such as NA) and were taken as missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchemaFit</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names of columns</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fits v%1: the same %n column(s) and types in another order.</source>
        <translation>
            <numerusform>Fits v%1: the same %n column and types in another order.</numerusform>
            <numerusform>Fits v%1: the same %n columns and types in another order.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fits v%1: the same %n column(s) and types.</source>
        <translation>
            <numerusform>Fits v%1: the same %n column and types.</numerusform>
            <numerusform>Fits v%1: the same %n columns and types.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ActivityPage</name>
    <message numerus="yes">
        <source>%n event(s) verified, every hash and every signature.</source>
        <translation>
            <numerusform>%n event verified, every hash and every signature.</numerusform>
            <numerusform>%n events verified, every hash and every signature.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in the chain.</source>
        <translation>
            <numerusform>%n problem in the chain.</numerusform>
            <numerusform>%n problems in the chain.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::BrowseFilterBar</name>
    <message numerus="yes">
        <source>%1: %n chosen</source>
        <comment>a filter</comment>
        <translation>
            <numerusform>%1: %n chosen</numerusform>
            <numerusform>%1: %n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::BrowsePage</name>
    <message numerus="yes">
        <source>%n data set(s) removed for good</source>
        <translation>
            <numerusform>%n data set removed for good</numerusform>
            <numerusform>%n data sets removed for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <comment>data sets</comment>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n data set(s) and all their versions are removed for good. This cannot be undone.</source>
        <translation>
            <numerusform>%n data set and all their versions are removed for good. This cannot be undone.</numerusform>
            <numerusform>%n data sets and all their versions are removed for good. This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n data set(s)</source>
        <translation>
            <numerusform>Remove %n data set</numerusform>
            <numerusform>Remove %n data sets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ColumnsButton</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n column(s)</source>
        <translation>
            <numerusform>%1 of %n column</numerusform>
            <numerusform>%1 of %n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::GridText</name>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 value(s)</source>
        <translation>
            <numerusform>%1 value</numerusform>
            <numerusform>%1 values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cell(s)</source>
        <translation>
            <numerusform>%1 cell</numerusform>
            <numerusform>%1 cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportManyDialog</name>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>Import %n file</numerusform>
            <numerusform>Import %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read and are left out.</source>
        <translation>
            <numerusform>%n file cannot be read and are left out.</numerusform>
            <numerusform>%n files cannot be read and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportPreviewModel</name>
    <message numerus="yes">
        <source>%n field(s) too many</source>
        <translation>
            <numerusform>%n field too many</numerusform>
            <numerusform>%n fields too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) too few</source>
        <translation>
            <numerusform>%n field too few</numerusform>
            <numerusform>%n fields too few</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportPreviewPanel</name>
    <message numerus="yes">
        <source>%n row(s) cannot be read.</source>
        <translation>
            <numerusform>%n row cannot be read.</numerusform>
            <numerusform>%n rows cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out the %n row(s) and list them in the version</source>
        <translation>
            <numerusform>Leave out the %n row and list it in the version</numerusform>
            <numerusform>Leave out the %n rows and list them in the version</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>decimal, %n digit(s) behind the point</source>
        <translation>
            <numerusform>decimal, %n digit behind the point</numerusform>
            <numerusform>decimal, %n digits behind the point</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportViewModel</name>
    <message numerus="yes">
        <source>%n row(s) cannot be read. Mend the file and choose it again, or leave the rows out.</source>
        <translation>
            <numerusform>%n row cannot be read. Mend the file and choose it again, or leave the rows out.</numerusform>
            <numerusform>%n rows cannot be read. Mend the file and choose it again, or leave the rows out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::JobStrip</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n queued</numerusform>
            <numerusform>%n queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::JobsSection</name>
    <message numerus="yes">
        <source>%n job(s) run at once now</source>
        <translation>
            <numerusform>%n job runs at once now</numerusform>
            <numerusform>%n jobs run at once now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n job(s) of this window have not ended. A cancelled import leaves nothing behind.</source>
        <translation>
            <numerusform>%n job of this window has not ended. A cancelled import leaves nothing behind.</numerusform>
            <numerusform>%n jobs of this window have not ended. A cancelled import leaves nothing behind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of this window have not ended. A training is saved and can go on later; a cancelled import leaves nothing behind.</source>
        <translation>
            <numerusform>%n job of this window has not ended. A training is saved and can go on later; a cancelled import leaves nothing behind.</numerusform>
            <numerusform>%n jobs of this window have not ended. A training is saved and can go on later; a cancelled import leaves nothing behind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::OverviewPanel</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::PreviewPane</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ProvenanceCard</name>
    <message numerus="yes">
        <source>%n row(s) left out</source>
        <translation>
            <numerusform>%n row left out</numerusform>
            <numerusform>%n rows left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>rows left out</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::RelativeTime</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::WelcomePage</name>
    <message numerus="yes">
        <source>%n thread(s), %1 memory</source>
        <translation>
            <numerusform>%n thread, %1 memory</numerusform>
            <numerusform>%n threads, %1 memory</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
</context>
</TS>
