// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/report/report_words.h"

namespace lepton::train {
namespace {

constexpr ReportWords english{
    .code = "en",
    .title = "Report of {}",
    .facts = "What was trained",
    .dataset = "Data set",
    .columns = "Columns",
    .baseModel = "Base model",
    .madeBy = "By",
    .madeAt = "Started",
    .testRows = "Test rows",
    .recipe = "Recipe",
    .textAndLabel = "{} (text), {} (label)",
    .scores = "Scores on the test part",
    .accuracy = "Accuracy",
    .macroF1 = "Macro F1",
    .weightedF1 = "Weighted F1",
    .matthews = "Matthews correlation",
    .logLoss = "Log loss",
    .calibrationError = "Calibration error",
    .none = "none",
    .changesAgainst = "Changes are against {}, which was tested on the same rows.",
    .noChanges = "No change is shown: no earlier run was tested on the same rows.",
    .report = "Classification report",
    .classHeading = "Class",
    .precision = "Precision",
    .recall = "Recall",
    .f1 = "F1",
    .change = "F1 change",
    .support = "Support",
    .accuracyRow = "Accuracy",
    .macroRow = "Macro average",
    .weightedRow = "Weighted average",
    .asText = "As text",
    .matrix = "Confusion matrix",
    .matrixNote = "Rows are the true classes, columns the predicted ones.",
    .matrixOfWorst = "The {} classes that are confused most, of {}.",
    .trueAndPredicted = "true \\ predicted",
    .cell = "{} read as {}: {} of its rows, {} %",
    .rightLegend = "right, by share of the row",
    .wrongLegend = "wrong",
    .precisionRecall = "Precision and recall",
    .roc = "ROC curve",
    .falsePositives = "False positive rate",
    .truePositives = "True positive rate",
    .curveNote = "{}, the class that ranks worst, area {}",
    .otherCurves = "grey: the other {}",
    .noCurves = "There is nothing to draw: no class has both rows and probabilities.",
    .calibration = "Calibration",
    .confidence = "Confidence",
    .shareRight = "Share right",
    .binNote = "rows {}, confidence {}, share right {}",
    .withoutConfidence = "Rows that have no confidence and are left out: {}.",
    .samples = "Mispredicted rows",
    .samplesOf = "{} of {}, surest first",
    .noneWrong = "No row is wrong.",
    .samplesLeftOut = "Wrong rows: {}. Their texts were left out of this file.",
    .row = "Row",
    .text = "Text",
    .predicted = "Predicted",
    .truth = "True",
    .probability = "Probability",
    .madeWith = "Made with Lepton Workbench {}.",
};

constexpr ReportWords chinese{
    .code = "zh-Hans",
    .title = "{} 的报告",
    .facts = "训练内容",
    .dataset = "数据集",
    .columns = "列",
    .baseModel = "基础模型",
    .madeBy = "创建者",
    .madeAt = "开始时间",
    .testRows = "测试行数",
    .recipe = "配方",
    .textAndLabel = "{}（文本），{}（标签）",
    .scores = "测试部分的得分",
    .accuracy = "准确率",
    .macroF1 = "宏 F1",
    .weightedF1 = "加权 F1",
    .matthews = "马修斯相关系数",
    .logLoss = "对数损失",
    .calibrationError = "校准误差",
    .none = "无",
    .changesAgainst = "变化是与在相同行上测试的 {} 相比。",
    .noChanges = "未显示变化：没有更早的运行在相同的行上测试过。",
    .report = "分类报告",
    .classHeading = "类别",
    .precision = "精确率",
    .recall = "召回率",
    .f1 = "F1",
    .change = "F1 变化",
    .support = "样本数",
    .accuracyRow = "准确率",
    .macroRow = "宏平均",
    .weightedRow = "加权平均",
    .asText = "文本形式",
    .matrix = "混淆矩阵",
    .matrixNote = "行为真实类别，列为预测类别。",
    .matrixOfWorst = "混淆最多的 {} 个类别，共 {} 个。",
    .trueAndPredicted = "真实 \\ 预测",
    .cell = "{} 被判为 {}：{} 行，占该类别的 {} %",
    .rightLegend = "正确，按行内占比",
    .wrongLegend = "错误",
    .precisionRecall = "精确率与召回率",
    .roc = "ROC 曲线",
    .falsePositives = "假正率",
    .truePositives = "真正率",
    .curveNote = "{}（排序最差的类别），面积 {}",
    .otherCurves = "灰色：其余 {} 个类别",
    .noCurves = "没有可绘制的曲线：没有类别既有行又有概率。",
    .calibration = "校准",
    .confidence = "置信度",
    .shareRight = "正确占比",
    .binNote = "{} 行，置信度 {}，正确占比 {}",
    .withoutConfidence = "{} 行没有置信度，未计入。",
    .samples = "判错的行",
    .samplesOf = "{} / {}，置信度最高者在前",
    .noneWrong = "没有判错的行。",
    .samplesLeftOut = "有 {} 行判错；其文本未写入此文件。",
    .row = "行号",
    .text = "文本",
    .predicted = "预测",
    .truth = "真实",
    .probability = "概率",
    .madeWith = "由 Lepton Workbench {} 生成。",
};

} // namespace

std::optional<ReportLanguage> reportLanguage(std::string_view code) noexcept
{
    if (code.starts_with("en"))
        return ReportLanguage::English;
    if (code.starts_with("zh"))
        return ReportLanguage::Chinese;
    return std::nullopt;
}

const ReportWords& reportWords(ReportLanguage language) noexcept
{
    return language == ReportLanguage::Chinese ? chinese : english;
}

std::string_view scoreName(const ReportWords& words, ReportScore score) noexcept
{
    switch (score) {
    case ReportScore::Accuracy:
        return words.accuracy;
    case ReportScore::MacroF1:
        return words.macroF1;
    case ReportScore::WeightedF1:
        return words.weightedF1;
    case ReportScore::Matthews:
        return words.matthews;
    case ReportScore::LogLoss:
        return words.logLoss;
    case ReportScore::CalibrationError:
        break;
    }
    return words.calibrationError;
}

} // namespace lepton::train
