<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AuditText</name>
    <message numerus="yes">
        <source>%Ln problem(s) in the chain.</source>
        <translation>
            <numerusform>%Ln problem in the chain.</numerusform>
            <numerusform>%Ln problems in the chain.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) verified, every hash and every signature.</source>
        <translation>
            <numerusform>%Ln event verified, every hash and every signature.</numerusform>
            <numerusform>%Ln events verified, every hash and every signature.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message numerus="yes">
        <source>Computed for %1 on the %Ln test row(s) of %2.</source>
        <comment>request, data set</comment>
        <translation>
            <numerusform>Computed for %1 on the %Ln test row of %2.</numerusform>
            <numerusform>Computed for %1 on the %Ln test rows of %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reads at most %Ln token(s) of a text; what follows is not seen.</source>
        <translation>
            <numerusform>Reads at most %Ln token of a text; what follows is not seen.</numerusform>
            <numerusform>Reads at most %Ln tokens of a text; what follows is not seen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>a list</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %1; stage: %2. Classifies a text as one of %Ln label(s): %3.</source>
        <comment>department, stage, labels</comment>
        <translation>
            <numerusform>Of %1; stage: %2. Classifies a text as one of %Ln label: %3.</numerusform>
            <numerusform>Of %1; stage: %2. Classifies a text as one of %Ln labels: %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoreText</name>
    <message numerus="yes">
        <source>%1: there are %Ln field(s) where the table has %2 column(s). Mend the row, put quotes around text that holds the delimiter, or import without the rows that cannot be read.</source>
        <translation>
            <numerusform>%1: there is %Ln field where the table has %2 columns. Mend the row, put quotes around text that holds the delimiter, or import without the rows that cannot be read.</numerusform>
            <numerusform>%1: there are %Ln fields where the table has %2 columns. Mend the row, put quotes around text that holds the delimiter, or import without the rows that cannot be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatasetActions</name>
    <message numerus="yes">
        <source>%Ln file(s) are being imported</source>
        <translation>
            <numerusform>%Ln file are being imported</numerusform>
            <numerusform>%Ln files are being imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MachineFacts</name>
    <message numerus="yes">
        <source>%1, %Ln thread(s)</source>
        <comment>graphics card and processor</comment>
        <translation>
            <numerusform>%1, %Ln thread</numerusform>
            <numerusform>%1, %Ln threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CPU, %Ln thread(s)</source>
        <translation>
            <numerusform>CPU, %Ln thread</numerusform>
            <numerusform>CPU, %Ln threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelText</name>
    <message numerus="yes">
        <source>At least %Ln test row(s)</source>
        <translation>
            <numerusform>At least %Ln test row</numerusform>
            <numerusform>At least %Ln test rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln test row(s) in training</source>
        <translation>
            <numerusform>At most %Ln test row in training</numerusform>
            <numerusform>At most %Ln test rows in training</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewRunChoices</name>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln class</numerusform>
            <numerusform>%Ln classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingText</name>
    <message numerus="yes">
        <source>In column “%1”, %Ln cell(s) hold a word for a missing value (such as NA) and were taken as missing.</source>
        <translation>
            <numerusform>In column “%1”, %Ln cell holds a word for a missing value (such as NA) and was taken as missing.</numerusform>
            <numerusform>In column “%1”, %Ln cells hold a word for a missing value (such as NA) and were taken as missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecipeFields</name>
    <message numerus="yes">
        <source>replaced: it ends after %Ln step(s)</source>
        <translation>
            <numerusform>replaced: it ends after %Ln step</numerusform>
            <numerusform>replaced: it ends after %Ln steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message numerus="yes">
        <source>Changes are against %1, on the same %Ln test row(s).</source>
        <translation>
            <numerusform>Changes are against %1, on the same %Ln test row.</numerusform>
            <numerusform>Changes are against %1, on the same %Ln test rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewText</name>
    <message numerus="yes">
        <source>Has %1 of %Ln approval(s)</source>
        <comment>number there are, number needed</comment>
        <translation>
            <numerusform>Has %1 of %Ln approval</numerusform>
            <numerusform>Has %1 of %Ln approvals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunFacts</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CPU, %Ln thread(s), %1</source>
        <comment>precision</comment>
        <translation>
            <numerusform>CPU, %Ln thread, %1</numerusform>
            <numerusform>CPU, %Ln threads, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln core(s)</source>
        <comment>busy ones</comment>
        <translation>
            <numerusform>%1 of %Ln core</numerusform>
            <numerusform>%1 of %Ln cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchemaFit</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>names of columns</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fits v%1: the same %Ln column(s) and types in another order.</source>
        <translation>
            <numerusform>Fits v%1: the same %Ln column and types in another order.</numerusform>
            <numerusform>Fits v%1: the same %Ln columns and types in another order.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fits v%1: the same %Ln column(s) and types.</source>
        <translation>
            <numerusform>Fits v%1: the same %Ln column and types.</numerusform>
            <numerusform>Fits v%1: the same %Ln columns and types.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StandardText</name>
    <message numerus="yes">
        <source>%Ln approval(s)</source>
        <translation>
            <numerusform>%Ln approval</numerusform>
            <numerusform>%Ln approvals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gate(s)</source>
        <translation>
            <numerusform>%Ln gate</numerusform>
            <numerusform>%Ln gates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakenText</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>words</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingText</name>
    <message numerus="yes">
        <source>CPU, %Ln thread(s), %1</source>
        <comment>precision</comment>
        <translation>
            <numerusform>CPU, %Ln thread, %1</numerusform>
            <numerusform>CPU, %Ln threads, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::charts::LineChart</name>
    <message numerus="yes">
        <source>%n more close by.</source>
        <translation>
            <numerusform>%n more close by.</numerusform>
            <numerusform>%n more close by.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n rows; Export as CSV has all of them.</source>
        <translation>
            <numerusform>The last row; Export as CSV has all of them.</numerusform>
            <numerusform>The last %n rows; Export as CSV has all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %1 with %n points</source>
        <comment>name of a curve</comment>
        <translation>
            <numerusform>; %1 with %n point</numerusform>
            <numerusform>; %1 with %n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ActivityPage</name>
    <message numerus="yes">
        <source>%Ln event(s) are in %1</source>
        <comment>number, file</comment>
        <translation>
            <numerusform>%Ln event is in %1</numerusform>
            <numerusform>%Ln events are in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::BatchPreviewPanel</name>
    <message numerus="yes">
        <source>Show %Ln rows</source>
        <translation>
            <numerusform>Show %Ln row</numerusform>
            <numerusform>Show %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::Bell</name>
    <message numerus="yes">
        <source>%Ln waiting for you</source>
        <translation>
            <numerusform>%Ln waiting for you</numerusform>
            <numerusform>%Ln waiting for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::BrowseFilterBar</name>
    <message numerus="yes">
        <source>%1: %Ln chosen</source>
        <comment>a filter</comment>
        <translation>
            <numerusform>%1: %Ln chosen</numerusform>
            <numerusform>%1: %Ln chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::BrowsePage</name>
    <message numerus="yes">
        <source>%Ln data set(s) removed for good</source>
        <translation>
            <numerusform>%Ln data set removed for good</numerusform>
            <numerusform>%Ln data sets removed for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in all</source>
        <comment>data sets</comment>
        <translation>
            <numerusform>%Ln in all</numerusform>
            <numerusform>%Ln in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln data set(s) and all their versions are removed for good. This cannot be undone.</source>
        <translation>
            <numerusform>%Ln data set and all its versions are removed for good. This cannot be undone.</numerusform>
            <numerusform>%Ln data sets and all their versions are removed for good. This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln data set(s)</source>
        <translation>
            <numerusform>Remove %Ln data set</numerusform>
            <numerusform>Remove %Ln data sets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::CalibrationCard</name>
    <message numerus="yes">
        <source>without %Ln row(s) that have no confidence</source>
        <translation>
            <numerusform>without %Ln row that has no confidence</numerusform>
            <numerusform>without %Ln rows that have no confidence</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ChecksPanel</name>
    <message numerus="yes">
        <source>%Ln pass</source>
        <comment>checks</comment>
        <translation>
            <numerusform>%Ln passes</numerusform>
            <numerusform>%Ln pass</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to look at</source>
        <comment>checks</comment>
        <translation>
            <numerusform>%Ln to look at</numerusform>
            <numerusform>%Ln to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>checks</comment>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ClassesCard</name>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln class</numerusform>
            <numerusform>%Ln classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ColumnWords</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ColumnsButton</name>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln column(s)</source>
        <translation>
            <numerusform>%1 of %Ln column</numerusform>
            <numerusform>%1 of %Ln columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ComparePane</name>
    <message numerus="yes">
        <source>Compare %Ln run(s)</source>
        <translation>
            <numerusform>Compare %Ln run</numerusform>
            <numerusform>Compare %Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln equal setting(s) hidden</source>
        <translation>
            <numerusform>%Ln equal setting hidden</numerusform>
            <numerusform>%Ln equal settings hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ConfusionCard</name>
    <message numerus="yes">
        <source>the %Ln class(es) that are confused most</source>
        <translation>
            <numerusform>the %Ln class that is confused most</numerusform>
            <numerusform>the %Ln classes that are confused most</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ConfusionModel</name>
    <message numerus="yes">
        <source>%1 read right: %Ln row(s), %2 of the class</source>
        <translation>
            <numerusform>%1 read right: %Ln row, %2 of the class</numerusform>
            <numerusform>%1 read right: %Ln rows, %2 of the class</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 read as %3: %Ln row(s), %2 of the class</source>
        <translation>
            <numerusform>%1 read as %3: %Ln row, %2 of the class</numerusform>
            <numerusform>%1 read as %3: %Ln rows, %2 of the class</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::CurveCard</name>
    <message numerus="yes">
        <source>%1, area %2; grey: %Ln other(s)</source>
        <comment>class</comment>
        <translation>
            <numerusform>%1, area %2; grey: %Ln other</numerusform>
            <numerusform>%1, area %2; grey: %Ln others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::DataPreviewPanel</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>classes</comment>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::DecisionCard</name>
    <message numerus="yes">
        <source>Your signature counts; %Ln more must follow before v%1 moves.</source>
        <translation>
            <numerusform>Your signature counts; %Ln more must follow before v%1 moves.</numerusform>
            <numerusform>Your signature counts; %Ln more must follow before v%1 moves.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::EstimatePanel</name>
    <message numerus="yes">
        <source>By %Ln step(s) that were made on this computer: %1.</source>
        <translation>
            <numerusform>By %Ln step that was made on this computer: %1.</numerusform>
            <numerusform>By %Ln steps that were made on this computer: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::EventText</name>
    <message numerus="yes">
        <source>Scored %1: macro F1 %2 over %Ln data set(s)</source>
        <comment>a version of a model</comment>
        <translation>
            <numerusform>Scored %1: macro F1 %2 over %Ln data set</numerusform>
            <numerusform>Scored %1: macro F1 %2 over %Ln data sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Predicted %Ln row(s) with %1 v%2</source>
        <comment>model, version</comment>
        <translation>
            <numerusform>Predicted %Ln row with %1 v%2</numerusform>
            <numerusform>Predicted %Ln rows with %1 v%2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::FirstBatchCard</name>
    <message numerus="yes">
        <source>Show %Ln rows</source>
        <translation>
            <numerusform>Show %Ln row</numerusform>
            <numerusform>Show %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::GatesCard</name>
    <message numerus="yes">
        <source>%Ln signature(s)</source>
        <translation>
            <numerusform>%Ln signature</numerusform>
            <numerusform>%Ln signatures</numerusform>
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
    <name>lepton::ui::HistoryCard</name>
    <message numerus="yes">
        <source>%Ln move(s)</source>
        <translation>
            <numerusform>%Ln move</numerusform>
            <numerusform>%Ln moves</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportManyDialog</name>
    <message numerus="yes">
        <source>Import %Ln file(s)</source>
        <translation>
            <numerusform>Import %Ln file</numerusform>
            <numerusform>Import %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be read and are left out.</source>
        <translation>
            <numerusform>%Ln file cannot be read and is left out.</numerusform>
            <numerusform>%Ln files cannot be read and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportPreviewModel</name>
    <message numerus="yes">
        <source>%Ln field(s) too many</source>
        <translation>
            <numerusform>%Ln field too many</numerusform>
            <numerusform>%Ln fields too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) too few</source>
        <translation>
            <numerusform>%Ln field too few</numerusform>
            <numerusform>%Ln fields too few</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportPreviewPanel</name>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read.</source>
        <translation>
            <numerusform>%Ln row cannot be read.</numerusform>
            <numerusform>%Ln rows cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out the %Ln row(s) and list them in the version</source>
        <translation>
            <numerusform>Leave out the %Ln row and list it in the version</numerusform>
            <numerusform>Leave out the %Ln rows and list them in the version</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import nothing until the %Ln row(s) are mended</source>
        <translation>
            <numerusform>Import nothing until the %Ln row is mended</numerusform>
            <numerusform>Import nothing until the %Ln rows are mended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>decimal, %Ln digit(s) behind the point</source>
        <translation>
            <numerusform>decimal, %Ln digit behind the point</numerusform>
            <numerusform>decimal, %Ln digits behind the point</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>first %Ln row(s)</source>
        <translation>
            <numerusform>first row</numerusform>
            <numerusform>first %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), and the rows that cannot be read</source>
        <translation>
            <numerusform>%Ln row, and the rows that cannot be read</numerusform>
            <numerusform>%Ln rows, and the rows that cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportViewModel</name>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read. Mend the file and choose it again, or leave the rows out.</source>
        <translation>
            <numerusform>%Ln row cannot be read. Mend the file and choose it again, or leave the rows out.</numerusform>
            <numerusform>%Ln rows cannot be read. Mend the file and choose it again, or leave the rows out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::JobStrip</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln queued</source>
        <translation>
            <numerusform>%Ln queued</numerusform>
            <numerusform>%Ln queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln paused</numerusform>
            <numerusform>%Ln paused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::JobsSection</name>
    <message numerus="yes">
        <source>%Ln job(s) run at once now</source>
        <translation>
            <numerusform>%Ln job runs at once now</numerusform>
            <numerusform>%Ln jobs run at once now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New runs are trained on %1, with %Ln thread(s) beside it.</source>
        <translation>
            <numerusform>New runs are trained on %1, with %Ln thread beside it.</numerusform>
            <numerusform>New runs are trained on %1, with %Ln threads beside it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New runs are trained on the CPU, on %Ln thread(s).</source>
        <translation>
            <numerusform>New runs are trained on the CPU, on %Ln thread.</numerusform>
            <numerusform>New runs are trained on the CPU, on %Ln threads.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::LogCard</name>
    <message numerus="yes">
        <source>%1 of %Ln line(s)</source>
        <comment>log lines that match, all lines</comment>
        <translation>
            <numerusform>%1 of %Ln line</numerusform>
            <numerusform>%1 of %Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::MachineCard</name>
    <message numerus="yes">
        <source>%Ln thread(s), %1 memory</source>
        <translation>
            <numerusform>%Ln thread, %1 memory</numerusform>
            <numerusform>%Ln threads, %1 memory</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thread(s)</source>
        <translation>
            <numerusform>%Ln thread</numerusform>
            <numerusform>%Ln threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::MainWindow</name>
    <message numerus="yes">
        <source>%Ln job(s) of this window have not ended. A cancelled import leaves nothing behind.</source>
        <translation>
            <numerusform>%Ln job of this window has not ended. A cancelled import leaves nothing behind.</numerusform>
            <numerusform>%Ln jobs of this window have not ended. A cancelled import leaves nothing behind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) of this window have not ended. A training is saved and can go on later; a cancelled import leaves nothing behind.</source>
        <translation>
            <numerusform>%Ln job of this window has not ended. A training is saved and can go on later; a cancelled import leaves nothing behind.</numerusform>
            <numerusform>%Ln jobs of this window have not ended. A training is saved and can go on later; a cancelled import leaves nothing behind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) of this window have not ended. In the background, the window is hidden and the program ends with the last job. Or a training saves a checkpoint and can go on later.</source>
        <translation>
            <numerusform>%Ln job of this window has not ended. In the background, the window is hidden and the program ends with it. Or a training saves a checkpoint and can go on later.</numerusform>
            <numerusform>%Ln jobs of this window have not ended. In the background, the window is hidden and the program ends with the last of them. Or a training saves a checkpoint and can go on later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) of this window have not ended. In the background, the window is hidden and the program ends with the last job. A cancelled import leaves nothing behind.</source>
        <translation>
            <numerusform>%Ln job of this window has not ended. In the background, the window is hidden and the program ends with it. A cancelled import leaves nothing behind.</numerusform>
            <numerusform>%Ln jobs of this window have not ended. In the background, the window is hidden and the program ends with the last of them. A cancelled import leaves nothing behind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) of this window are saving what they have. The window closes with the last of them.</source>
        <translation>
            <numerusform>%Ln job of this window is saving what it has. The window closes with it.</numerusform>
            <numerusform>%Ln jobs of this window are saving what they have. The window closes with the last of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::MetricsCard</name>
    <message numerus="yes">
        <source>%Ln test row(s), both versions scored for this request</source>
        <translation>
            <numerusform>%Ln test row, both versions scored for this request</numerusform>
            <numerusform>%Ln test rows, both versions scored for this request</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln test row(s), scored for this request</source>
        <translation>
            <numerusform>%Ln test row, scored for this request</numerusform>
            <numerusform>%Ln test rows, scored for this request</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gate(s) failed, so this cannot be approved.</source>
        <translation>
            <numerusform>%Ln gate failed, so this cannot be approved.</numerusform>
            <numerusform>%Ln gates failed, so this cannot be approved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more metric(s)</source>
        <translation>
            <numerusform>%Ln more metric</numerusform>
            <numerusform>%Ln more metrics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ModelsPage</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ModelsSide</name>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::NewDatasetsCard</name>
    <message numerus="yes">
        <source>%1, %Ln row(s)</source>
        <comment>department, rows</comment>
        <translation>
            <numerusform>%1, %Ln row</numerusform>
            <numerusform>%1, %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::NewRunModelCard</name>
    <message numerus="yes">
        <source>%Ln imported</source>
        <comment>base models</comment>
        <translation>
            <numerusform>%Ln imported</numerusform>
            <numerusform>%Ln imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::OverviewPanel</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::PerformanceCard</name>
    <message numerus="yes">
        <source>Mean of %Ln data set(s)</source>
        <translation>
            <numerusform>Mean of %Ln data set</numerusform>
            <numerusform>Mean of %Ln data sets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::PreviewPane</name>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ProvenanceCard</name>
    <message numerus="yes">
        <source>%Ln row(s) left out</source>
        <translation>
            <numerusform>%Ln row left out</numerusform>
            <numerusform>%Ln rows left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>rows left out</comment>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::RelativeTime</name>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>%Ln min ago</numerusform>
            <numerusform>%Ln min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <translation>
            <numerusform>%Ln h ago</numerusform>
            <numerusform>%Ln h ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ReportPanel</name>
    <message numerus="yes">
        <source>test part, %Ln class(es)</source>
        <translation>
            <numerusform>test part, %Ln class</numerusform>
            <numerusform>test part, %Ln classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunEditDialog</name>
    <message numerus="yes">
        <source>Tags of %Ln run(s)</source>
        <translation>
            <numerusform>Tags of %Ln run</numerusform>
            <numerusform>Tags of %Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunFilterBar</name>
    <message numerus="yes">
        <source>%1: %Ln chosen</source>
        <comment>a filter</comment>
        <translation>
            <numerusform>%1: %Ln chosen</numerusform>
            <numerusform>%1: %Ln chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunningCard</name>
    <message numerus="yes">
        <source>%Ln in the queue</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>%Ln in the queue</numerusform>
            <numerusform>%Ln in the queue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunsPanel</name>
    <message numerus="yes">
        <source>Restore %Ln run(s)</source>
        <translation>
            <numerusform>Restore %Ln run</numerusform>
            <numerusform>Restore %Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln run(s) to the trash</source>
        <translation>
            <numerusform>Move %Ln run to the trash</numerusform>
            <numerusform>Move %Ln runs to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tick all %Ln run(s) shown</source>
        <translation>
            <numerusform>Tick the %Ln run shown</numerusform>
            <numerusform>Tick all %Ln runs shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln run(s)…</source>
        <translation>
            <numerusform>Tags of %Ln run…</numerusform>
            <numerusform>Tags of %Ln runs…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::SamplesCard</name>
    <message numerus="yes">
        <source>%Ln row(s), surest first</source>
        <translation>
            <numerusform>%Ln row, surest first</numerusform>
            <numerusform>%Ln rows, surest first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ScoreDialog</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::StandardEditor</name>
    <message numerus="yes">
        <source>%Ln gate(s) would fail.</source>
        <translation>
            <numerusform>%Ln gate would fail.</numerusform>
            <numerusform>%Ln gates would fail.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::TimelineCard</name>
    <message numerus="yes">
        <source>%Ln gate(s) failed</source>
        <translation>
            <numerusform>%Ln gate failed</numerusform>
            <numerusform>%Ln gates failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::TrainingPage</name>
    <message numerus="yes">
        <source>%Ln run(s) moved to the trash</source>
        <translation>
            <numerusform>%Ln run moved to the trash</numerusform>
            <numerusform>%Ln runs moved to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) restored</source>
        <translation>
            <numerusform>%Ln run restored</numerusform>
            <numerusform>%Ln runs restored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) in the trash</source>
        <translation>
            <numerusform>%Ln run in the trash</numerusform>
            <numerusform>%Ln runs in the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::TryPanel</name>
    <message numerus="yes">
        <source>%Ln further label(s): %1 % together</source>
        <translation>
            <numerusform>%Ln further label: %1 %</numerusform>
            <numerusform>%Ln further labels: %1 % together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::WaitingCard</name>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln</source>
        <translation>
            <numerusform>Show all %Ln</numerusform>
            <numerusform>Show all %Ln</numerusform>
        </translation>
    </message>
</context>
</TS>
