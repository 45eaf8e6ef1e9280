<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AuditText</name>
    <message>
        <source>Event %1 was changed after it was signed.</source>
        <translation>事件 %1 在签名之后被改动过。</translation>
    </message>
    <message>
        <source>The signature of event %1 is not genuine.</source>
        <translation>事件 %1 的签名不真实。</translation>
    </message>
    <message>
        <source>The checkpoint was changed after it was signed.</source>
        <translation>检查点在签名之后被改动过。</translation>
    </message>
    <message>
        <source>Event %1 does not follow the event before it.</source>
        <translation>事件 %1 与前一事件不相连。</translation>
    </message>
    <message>
        <source>Events are missing at place %1 of the chain.</source>
        <translation>链上第 %1 处缺少事件。</translation>
    </message>
    <message>
        <source>Event %1 was signed with a key that was nobody&apos;s then.</source>
        <translation>签署事件 %1 的密钥当时不属于任何人。</translation>
    </message>
    <message>
        <source>The checkpoint was signed by nobody who is a member here.</source>
        <translation>检查点的签名者不是这里的成员。</translation>
    </message>
    <message>
        <source>Event %1 was signed with a key that was revoked then.</source>
        <translation>签署事件 %1 的密钥当时已被吊销。</translation>
    </message>
    <message>
        <source>In event %1 somebody decided on an own request.</source>
        <translation>在事件 %1 中，有人裁决了自己的申请。</translation>
    </message>
    <message>
        <source>The author of event %1 did not have the right to it.</source>
        <translation>事件 %1 的操作者没有相应的权限。</translation>
    </message>
    <message>
        <source>A table of the catalog is not what the events tell.</source>
        <translation>目录中的一张表与事件记录不符。</translation>
    </message>
    <message>
        <source>The log lacks events that were in it before: an older catalog was put back.</source>
        <translation>日志缺少以前有过的事件：有人放回了旧的目录。</translation>
    </message>
    <message>
        <source>The log is of another workspace, or of one with another root.</source>
        <translation>此日志属于另一个工作区，或其根密钥不同。</translation>
    </message>
    <message>
        <source>A file that a decision names is not what was kept.</source>
        <translation>某项决定所指的文件与当时保存的不同。</translation>
    </message>
    <message>
        <source>Event %1 is not in order.</source>
        <translation>事件 %1 有问题。</translation>
    </message>
    <message>
        <source>Something is not in order.</source>
        <translation>有问题。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what is wrong, the same in the English words of the program</comment>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) in the chain.</source>
        <translation>
            <numerusform>链上有 %Ln 个问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>The chain is intact and goes on from the checkpoint.</source>
        <translation>链条完整，并延续自检查点。</translation>
    </message>
    <message>
        <source>Chain intact.</source>
        <translation>链条完整。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) verified, every hash and every signature.</source>
        <translation>
            <numerusform>已校验 %Ln 条事件的每个哈希和每个签名。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 The checkpoint was signed at event %2 on %3.</source>
        <comment>what was verified, place in the chain, date</comment>
        <translation>%1检查点签于事件 %2，时间 %3。</translation>
    </message>
    <message>
        <source>The chain is being verified: every hash and every signature.</source>
        <translation>正在校验链条：每个哈希和每个签名。</translation>
    </message>
    <message>
        <source>The files that decisions name are being read: %1 %</source>
        <comment>share</comment>
        <translation>正在读取决定所指的文件：%1 %</translation>
    </message>
    <message>
        <source>The chain is being verified, every hash and every signature: %1 %</source>
        <comment>share</comment>
        <translation>正在校验链条的每个哈希和每个签名：%1 %</translation>
    </message>
</context>
<context>
    <name>Bell</name>
    <message>
        <source>%1 was approved for %2</source>
        <comment>version of a model, stage</comment>
        <translation>%1 已获准进入%2</translation>
    </message>
    <message>
        <source>%1 was rejected for %2</source>
        <comment>version of a model, stage</comment>
        <translation>%1 进入%2的申请被拒绝</translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <source>Where it comes from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Registered by</source>
        <translation>注册人</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, date and time</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Model hash</source>
        <translation>模型哈希</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>imported from the folder %1; how it was trained is not recorded here</source>
        <translation>从文件夹 %1 导入；训练方式在此没有记录</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>%1, started by %2</source>
        <comment>run, person</comment>
        <translation>%1，由 %2 启动</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Data hash</source>
        <translation>数据哈希</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Base model hash</source>
        <translation>基础模型哈希</translation>
    </message>
    <message>
        <source>Recipe hash</source>
        <translation>配方哈希</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>%1 train, %2 validation, %3 test</source>
        <comment>shares</comment>
        <translation>训练 %1，验证 %2，测试 %3</translation>
    </message>
    <message>
        <source>by the column %1</source>
        <translation>按列 %1</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标数值</translation>
    </message>
    <message numerus="yes">
        <source>Computed for %1 on the %Ln test row(s) of %2.</source>
        <comment>request, data set</comment>
        <translation>
            <numerusform>为 %1 在 %2 的 %Ln 个测试行上计算。</numerusform>
        </translation>
    </message>
    <message>
        <source>As the run recorded them on its test part.</source>
        <translation>由运行在其测试部分上记录。</translation>
    </message>
    <message>
        <source>None are recorded.</source>
        <translation>没有记录。</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message numerus="yes">
        <source>Reads at most %Ln token(s) of a text; what follows is not seen.</source>
        <translation>
            <numerusform>每段文本最多读取 %Ln 个词元，其后的内容不会被看到。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reads no more of a text than the model&apos;s limit; what follows is not seen.</source>
        <translation>每段文本只读取到模型的上限，其后的内容不会被看到。</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>%1 to %2: %3. %4 asked: %5</source>
        <comment>request, stage, state, person, reason</comment>
        <translation>%1 进入%2：%3。%4 的申请：%5</translation>
    </message>
    <message>
        <source>(standard %1)</source>
        <comment>name and version</comment>
        <translation>（标准 %1）</translation>
    </message>
    <message>
        <source>%1 approved</source>
        <comment>person</comment>
        <translation>%1 已批准</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <comment>person</comment>
        <translation>%1 已拒绝</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what somebody did, comment</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between labels</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>a list</comment>
        <translation>
            <numerusform>%1，另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %1; stage: %2. Classifies a text as one of %Ln label(s): %3.</source>
        <comment>department, stage, labels</comment>
        <translation>
            <numerusform>属于 %1；阶段：%2。将文本归入 %Ln 个标签之一：%3。</numerusform>
        </translation>
    </message>
    <message>
        <source>Intended use</source>
        <translation>预期用途</translation>
    </message>
    <message>
        <source>Nobody has written it down yet.</source>
        <translation>还没有人填写。</translation>
    </message>
</context>
<context>
    <name>ChartText</name>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 M</translation>
    </message>
</context>
<context>
    <name>CheckText</name>
    <message>
        <source>The column %1 cannot be used, or something this run needs is gone.</source>
        <translation>列 %1 无法使用，或此运行所需的内容已不存在。</translation>
    </message>
    <message>
        <source>The learning rate %1 is far above what fine-tuning takes: the weights may run away. %2 is the usual one.</source>
        <translation>学习率 %1 远高于微调所能承受的值：权重可能发散。常用值是 %2。</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <comment>names of classes, how many others</comment>
        <translation>%1，另有 %2 个</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>The values of the recipe go together.</source>
        <translation>各项设置互不冲突。</translation>
    </message>
    <message>
        <source>All %1 rows have a text and a label.</source>
        <translation>%1 行都有文本和标签。</translation>
    </message>
    <message>
        <source>Of %1 rows, %2 without a text and %3 without a label are left out.</source>
        <translation>%1 行中，%2 行没有文本、%3 行没有标签，不参与训练。</translation>
    </message>
    <message>
        <source>The column %1 has %2 classes.</source>
        <translation>列 %1 有 %2 个类别。</translation>
    </message>
    <message>
        <source>The column %1 has one class only. A classifier tells at least two apart.</source>
        <translation>列 %1 只有一个类别。分类器至少要区分两个类别。</translation>
    </message>
    <message>
        <source>The column %1 has %2 classes in %3 rows. It looks like ids or free texts, not like labels.</source>
        <translation>列 %1 在 %3 行中有 %2 个类别，看起来像编号或自由文本，不像标签。</translation>
    </message>
    <message>
        <source>Each class has at least %1 rows to train on; the smallest is %2.</source>
        <translation>每个类别至少有 %1 行用于训练；最小的是 %2。</translation>
    </message>
    <message>
        <source>%1 classes have few rows to train on, %2 no row in validation or test: %3.</source>
        <translation>%1 个类别的训练行很少，%2 个类别在验证或测试部分没有行：%3。</translation>
    </message>
    <message>
        <source>No two labels differ by case or blanks alone.</source>
        <translation>没有仅大小写或空格不同的标签。</translation>
    </message>
    <message>
        <source>These labels differ by case or blanks alone and are learnt as different classes: %1.</source>
        <translation>这些标签仅大小写或空格不同，会被当作不同类别学习：%1。</translation>
    </message>
    <message>
        <source>%1 rows to train on, %2 to validate, %3 to test.</source>
        <translation>训练 %1 行，验证 %2 行，测试 %3 行。</translation>
    </message>
    <message>
        <source>The rows cannot be parted: a part would be empty, or there is one class only.</source>
        <translation>无法划分这些行：会有空的部分，或只有一个类别。</translation>
    </message>
    <message>
        <source>%1 rows of validation and test stand in another part, too: scores are better than they should be.</source>
        <translation>验证和测试部分有 %1 行也出现在其他部分：得分会偏高。</translation>
    </message>
    <message>
        <source>No text stands twice.</source>
        <translation>没有重复的文本。</translation>
    </message>
    <message>
        <source>%1 rows repeat a text; equal texts are in the same part.</source>
        <translation>%1 行的文本重复；相同文本在同一部分。</translation>
    </message>
    <message>
        <source>No text stands with two labels.</source>
        <translation>没有文本带两个标签。</translation>
    </message>
    <message>
        <source>%1 texts stand with more than one label: no model can get all of these rows right.</source>
        <translation>%1 条文本带有多个标签：没有模型能把这些行全部判对。</translation>
    </message>
    <message>
        <source>%1 % of the tokens are unknown to the base model.</source>
        <translation>基础模型不认识 %1 % 的词元。</translation>
    </message>
    <message>
        <source>%1 % of the tokens are unknown to the base model. It learns nothing from them.</source>
        <translation>基础模型不认识 %1 % 的词元，从中学不到内容。</translation>
    </message>
    <message>
        <source>No text is longer than %1 tokens; the longest has %2.</source>
        <translation>没有文本超过 %1 个词元；最长的有 %2 个。</translation>
    </message>
    <message>
        <source>%1 % of the texts are longer than %2 tokens and are cut; the longest has %3.</source>
        <translation>%1 % 的文本超过 %2 个词元，会被截断；最长的有 %3 个。</translation>
    </message>
    <message>
        <source>The base model reads up to %1 tokens.</source>
        <translation>基础模型最多读取 %1 个词元。</translation>
    </message>
    <message>
        <source>The longest text is set to %1 tokens, and the base model reads up to %2.</source>
        <translation>最长文本设为 %1 个词元，而基础模型最多读取 %2 个。</translation>
    </message>
    <message>
        <source>%1 layers are to be frozen, and the base model has %2.</source>
        <translation>要冻结 %1 层，而基础模型有 %2 层。</translation>
    </message>
    <message>
        <source>All %1 layers are trained.</source>
        <translation>全部 %1 层都参与训练。</translation>
    </message>
    <message>
        <source>%1 of %2 layers and the embeddings keep their weights.</source>
        <translation>%2 层中的 %1 层和嵌入层保持不变。</translation>
    </message>
    <message>
        <source>Batches of %1 rows.</source>
        <translation>每批 %1 行。</translation>
    </message>
    <message>
        <source>A batch of %1 rows, or what is accumulated of them, is more than the %2 rows of the training part.</source>
        <translation>每批 %1 行（或其累积）超过训练部分的 %2 行。</translation>
    </message>
    <message>
        <source>The training takes about %1 of memory; %2 are free.</source>
        <translation>训练约需 %1 内存；可用 %2。</translation>
    </message>
    <message>
        <source>The training takes about %1 of memory.</source>
        <translation>训练约需 %1 内存。</translation>
    </message>
    <message>
        <source>%1 steps, %2 an epoch; the validation part is scored every %3 steps.</source>
        <translation>共 %1 步，每轮 %2 步；每 %3 步评估一次验证部分。</translation>
    </message>
    <message>
        <source>The validation part would be scored every %1 steps, and there are %2: it is scored at the end alone.</source>
        <translation>设为每 %1 步评估一次，而总共只有 %2 步：只在结束时评估。</translation>
    </message>
    <message>
        <source>Use the usual values.</source>
        <translation>改用常用的值。</translation>
    </message>
    <message>
        <source>Choose another label column.</source>
        <translation>请选择其他标签列。</translation>
    </message>
    <message>
        <source>If they mean the same, correct them in the file and import it as a new version.</source>
        <translation>如果含义相同，请在文件中更正，再作为新版本导入。</translation>
    </message>
    <message>
        <source>Add rows of these classes, or put them into one class.</source>
        <translation>请增加这些类别的行，或将它们合为一类。</translation>
    </message>
    <message>
        <source>Split by shares, which keeps equal texts together.</source>
        <translation>按比例划分，相同文本会留在同一部分。</translation>
    </message>
    <message>
        <source>Choose a base model for the language of the texts.</source>
        <translation>请选择适合文本语言的基础模型。</translation>
    </message>
    <message>
        <source>More tokens cut fewer texts; training takes longer and more memory.</source>
        <translation>词元越多，截断越少；训练更久、更占内存。</translation>
    </message>
    <message>
        <source>Cut the texts at what the model reads.</source>
        <translation>按模型能读取的长度截断。</translation>
    </message>
    <message>
        <source>Train all layers.</source>
        <translation>训练全部层。</translation>
    </message>
    <message>
        <source>Take a batch that goes several times into the data.</source>
        <translation>请选数据中能分出多批的批大小。</translation>
    </message>
    <message>
        <source>Smaller batches or shorter texts take less memory.</source>
        <translation>更小的批或更短的文本更省内存。</translation>
    </message>
    <message>
        <source>Score it once an epoch.</source>
        <translation>改为每轮评估一次。</translation>
    </message>
</context>
<context>
    <name>CoreText</name>
    <message>
        <source>create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>create the folder</source>
        <translation>创建文件夹</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>map</source>
        <translation>映射</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>open the workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>write</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>write to</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Cannot %1 %2: it does not exist.</source>
        <translation>无法%1 %2：它不存在。</translation>
    </message>
    <message>
        <source>Cannot %1 %2: the disk is full. Free some space and try again.</source>
        <translation>无法%1 %2：磁盘已满。请清理出一些空间后重试。</translation>
    </message>
    <message>
        <source>Cannot %1 %2: the file would grow past the limit that is set for it here.</source>
        <translation>无法%1 %2：文件会超出此处设定的大小上限。</translation>
    </message>
    <message>
        <source>Cannot %1 %2: the file system is read-only.</source>
        <translation>无法%1 %2：文件系统是只读的。</translation>
    </message>
    <message>
        <source>Cannot %1 %2: you do not have the rights for it.</source>
        <translation>无法%1 %2：您没有所需的权限。</translation>
    </message>
    <message>
        <source>Cannot %1 %2: it is a folder, not a file.</source>
        <translation>无法%1 %2：它是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>Cannot %1 %2: a part of the path is not a folder.</source>
        <translation>无法%1 %2：路径中有一部分不是文件夹。</translation>
    </message>
    <message>
        <source>Cannot %1 %2: its symbolic links lead in a circle.</source>
        <translation>无法%1 %2：它的符号链接形成了循环。</translation>
    </message>
    <message>
        <source>Cannot %1 %2: the name is too long.</source>
        <translation>无法%1 %2：名称过长。</translation>
    </message>
    <message>
        <source>Cannot %1 %2: %3.</source>
        <translation>无法%1 %2：%3。</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs and try again.</source>
        <translation>内存不足。请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>Others have been writing to the workspace %1 all the time. Nothing was changed; try again.</source>
        <translation>其他人一直在写入工作区 %1。没有任何改动；请重试。</translation>
    </message>
    <message>
        <source>The workspace %1 is open elsewhere, and this needs it alone. Close it everywhere and try again.</source>
        <translation>工作区 %1 在别处打开着，而此操作需要独占它。请在各处关闭它后重试。</translation>
    </message>
    <message>
        <source>The journal of the workspace %1 cannot be changed now. Close the workspace everywhere and try again.</source>
        <translation>现在无法更改工作区 %1 的日志方式。请在各处关闭该工作区后重试。</translation>
    </message>
    <message>
        <source>The disk that holds the workspace %1 is full. Nothing was changed; free some space and try again.</source>
        <translation>工作区 %1 所在的磁盘已满。没有任何改动；请清理出一些空间后重试。</translation>
    </message>
    <message>
        <source>You can read the workspace %1 but not change it: it is write-protected for you.</source>
        <translation>您可以读取工作区 %1，但不能更改它：它对您是写保护的。</translation>
    </message>
    <message>
        <source>You can read the workspace %1 but not change it: its folder is write-protected for you. Ask its owner for the right to write.</source>
        <translation>您可以读取工作区 %1，但不能更改它：它的文件夹对您是写保护的。请向其所有者申请写入权限。</translation>
    </message>
    <message>
        <source>The workspace %1 is of an older version and must be brought up to date before you can open it, but you cannot write to its folder. Ask someone who can to open it once.</source>
        <translation>工作区 %1 属于旧版本，须先更新才能打开，但您不能写入它的文件夹。请让有写入权限的人打开它一次。</translation>
    </message>
    <message>
        <source>The workspace %1 cannot be opened: you do not have the rights to read its catalog.db.</source>
        <translation>无法打开工作区 %1：您没有读取其 catalog.db 的权限。</translation>
    </message>
    <message>
        <source>The catalog of the workspace %1 cannot be reached. Check that its disk or share is connected and try again.</source>
        <translation>无法访问工作区 %1 的目录库。请检查其磁盘或共享是否已连接，然后重试。</translation>
    </message>
    <message>
        <source>%1 is a file. A workspace is a folder: choose the folder that holds catalog.db.</source>
        <translation>%1 是文件。工作区是文件夹：请选择包含 catalog.db 的文件夹。</translation>
    </message>
    <message>
        <source>%1 is not a workspace: it has no catalog.db. Choose another folder, or make one here with lepton init.</source>
        <translation>%1 不是工作区：其中没有 catalog.db。请选择其他文件夹，或在此处新建工作区。</translation>
    </message>
    <message>
        <source>%1 is not a workspace: its catalog.db is not a file.</source>
        <translation>%1 不是工作区：其中的 catalog.db 不是文件。</translation>
    </message>
    <message>
        <source>%1 is not a workspace: its catalog.db is no SQLite file. If it was one, put the newest file of its folder backups in its place.</source>
        <translation>%1 不是工作区：其中的 catalog.db 不是 SQLite 文件。如果它原来是，请用 backups 文件夹中最新的文件替换它。</translation>
    </message>
    <message>
        <source>%1 is not a workspace: its catalog.db belongs to another program.</source>
        <translation>%1 不是工作区：其中的 catalog.db 属于其他程序。</translation>
    </message>
    <message>
        <source>The workspace %1 was made or changed by a newer version of Lepton Workbench (schema %2, this version knows up to %3). Install the newer version on this machine to open it.</source>
        <translation>工作区 %1 由更新版本的 Lepton Workbench 创建或更改过（结构版本 %2，本版本最高支持 %3）。请在这台计算机上安装较新的版本再打开它。</translation>
    </message>
    <message>
        <source>The catalog of the workspace %1 is damaged. Put the newest file of its folder backups in the place of catalog.db.</source>
        <translation>工作区 %1 的目录库已损坏。请用其 backups 文件夹中最新的文件替换 catalog.db。</translation>
    </message>
    <message>
        <source>The catalog of the workspace %1 is damaged: %2 Put the newest file of its folder backups in the place of catalog.db.</source>
        <translation>工作区 %1 的目录库已损坏。请用其 backups 文件夹中最新的文件替换 catalog.db。</translation>
    </message>
    <message>
        <source>The workspace %1 has lost the beginning of its audit log. Put the newest file of its folder backups in the place of catalog.db.</source>
        <translation>工作区 %1 的审计日志缺失了开头。请用其 backups 文件夹中最新的文件替换 catalog.db。</translation>
    </message>
    <message>
        <source>The key file %1 is damaged. Put it back from a copy of it.</source>
        <translation>密钥文件 %1 已损坏。请用它的副本恢复。</translation>
    </message>
    <message>
        <source>The file %1, in which this machine remembers the workspaces it trusts, is damaged. Put it back from a copy, or remove it to trust what you open next.</source>
        <translation>文件 %1（这台计算机在其中记录它信任的工作区）已损坏。请用副本恢复，或删除它以信任接下来打开的工作区。</translation>
    </message>
    <message>
        <source>The workspace %1 was made for one machine and lies on a network folder, where its catalog would be damaged. Close it everywhere and convert it with: %2</source>
        <translation>工作区 %1 是为单机创建的，却位于网络文件夹中，其目录库在那里会损坏。请在各处关闭它，并用以下命令转换：%2</translation>
    </message>
    <message>
        <source>%1 lies on a network folder, where a workspace for one machine would be damaged. Make it with --shared.</source>
        <translation>%1 位于网络文件夹中，单机工作区在那里会损坏。请创建为共享工作区。</translation>
    </message>
    <message>
        <source>The workspace %1 has another root than this machine remembers for it: %2 instead of %3. Somebody may have put a forged one in its place. If an admin of the workspace has told you that this is right, say: %4</source>
        <translation>工作区 %1 的根与这台计算机记录的不同：现在是 %2，记录的是 %3。可能有人用伪造的工作区替换了它。如果工作区管理员告诉您这是正确的，请运行：%4</translation>
    </message>
    <message>
        <source>At %1 this machine has seen another workspace than the one that is there now (%2 before, %3 now). If an admin of the workspace has told you that this is right, say: %4</source>
        <translation>这台计算机以前在 %1 见过的工作区与现在的不同（以前是 %2，现在是 %3）。如果工作区管理员告诉您这是正确的，请运行：%4</translation>
    </message>
    <message>
        <source>Cannot make a workspace at %1: there is a file of this name. Choose another folder.</source>
        <translation>无法在 %1 创建工作区：已有同名文件。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 is a workspace already. Open it instead.</source>
        <translation>%1 已经是工作区。请直接打开它。</translation>
    </message>
    <message>
        <source>%1 has just become a workspace. Open it instead.</source>
        <translation>%1 刚刚成为工作区。请直接打开它。</translation>
    </message>
    <message>
        <source>Cannot make a workspace in %1: it is not empty (%2 is in it). Choose a new or an empty folder.</source>
        <translation>无法在 %1 中创建工作区：它不是空文件夹（其中有 %2）。请选择新文件夹或空文件夹。</translation>
    </message>
    <message>
        <source>A file of the workspace is missing: %1. Put it back from a copy of the workspace, or import the data again.</source>
        <translation>工作区缺少一个文件：%1。请用工作区的副本恢复，或重新导入数据。</translation>
    </message>
    <message>
        <source>You are not a member of this workspace. Ask an admin of it to add you.</source>
        <translation>您不是此工作区的成员。请让其管理员添加您。</translation>
    </message>
    <message>
        <source>You can read this workspace but not change it: you are not a member of it with a key on this machine. Ask an admin of the workspace to add you.</source>
        <translation>您可以读取此工作区，但不能更改它：这台计算机上没有您作为其成员的密钥。请让工作区管理员添加您。</translation>
    </message>
    <message>
        <source>Only a member of the workspace can start work in it. Ask an admin to enrol you.</source>
        <translation>只有工作区成员才能在其中启动任务。请让管理员添加您。</translation>
    </message>
    <message>
        <source>Only a member of the workspace can import. Ask an admin to enrol you.</source>
        <translation>只有工作区成员才能导入。请让管理员添加您。</translation>
    </message>
    <message>
        <source>Your key for this workspace was revoked. Ask an admin of it for a new one.</source>
        <translation>您在此工作区的密钥已被吊销。请向其管理员申请新的密钥。</translation>
    </message>
    <message>
        <source>Your key for this workspace is locked with a passphrase. Give the passphrase, or set LEPTON_PASSPHRASE, and try again.</source>
        <translation>您在此工作区的密钥由口令保护。请提供口令或设置 LEPTON_PASSPHRASE，然后重试。</translation>
    </message>
    <message>
        <source>The data set is not there any more.</source>
        <translation>该数据集已不存在。</translation>
    </message>
    <message>
        <source>The data set is not there any more: it has been removed.</source>
        <translation>该数据集已不存在：它已被删除。</translation>
    </message>
    <message>
        <source>There is no data set called &quot;%1&quot;. %2</source>
        <translation>没有名为“%1”的数据集。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no version %2. Its newest version is %3.</source>
        <translation>“%1”没有版本 %2。其最新版本是 %3。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in the trash. Restore it first.</source>
        <translation>“%1”在回收站中。请先恢复它。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not in the trash.</source>
        <translation>“%1”不在回收站中。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was imported, and has been removed again by someone else.</source>
        <translation>“%1”已导入，但又被其他人删除了。</translation>
    </message>
    <message>
        <source>There is already a data set called &quot;%1&quot; with other content. Choose another name, or add this as a new version of it.</source>
        <translation>已有名为“%1”的数据集，内容不同。请换一个名称，或将其添加为新版本。</translation>
    </message>
    <message>
        <source>There is already a data set called &quot;%1&quot;. Choose another name.</source>
        <translation>已有名为“%1”的数据集。请换一个名称。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot come back under the name &quot;%2&quot;: another data set has it now. Restore it under another name.</source>
        <translation>“%1”不能以“%2”为名恢复：此名称现在属于另一个数据集。请换一个名称恢复。</translation>
    </message>
    <message>
        <source>This is no name for a %1: it is empty.</source>
        <translation>名称不能为空。</translation>
    </message>
    <message>
        <source>This is no name for a %1: it has %2 characters, and at most %3 are allowed.</source>
        <translation>名称过长：有 %2 个字符，最多允许 %3 个。</translation>
    </message>
    <message>
        <source>This is no name for a %1: character %2 is a control character.</source>
        <translation>名称中第 %2 个字符是控制字符，不能使用。</translation>
    </message>
    <message>
        <source>This is no name for a %1: it has the character %2, which parts a name from what follows it.</source>
        <translation>名称中不能有字符 %2：它用来分隔名称与其后的内容。</translation>
    </message>
    <message>
        <source>This is no name for a %1: it begins or ends with a blank.</source>
        <translation>名称不能以空白开头或结尾。</translation>
    </message>
    <message>
        <source>The file changed while it was read. Wait until it is complete and import it again.</source>
        <translation>读取期间文件发生了变化。请等它写完后重新导入。</translation>
    </message>
    <message>
        <source>The file is empty: there is nothing in it.</source>
        <translation>文件是空的：里面什么都没有。</translation>
    </message>
    <message>
        <source>The file is empty: there is not even a header in it.</source>
        <translation>文件是空的：里面连表头都没有。</translation>
    </message>
    <message>
        <source>The file holds no columns: there is nothing to import.</source>
        <translation>文件中没有列：没有可导入的内容。</translation>
    </message>
    <message>
        <source>The text may be %1 or %2: both can be read. Choose the encoding.</source>
        <translation>文本可能是 %1 或 %2：两者都能读取。请选择编码。</translation>
    </message>
    <message>
        <source>This is a JSON document. Only JSON Lines can be imported: one object a line. Write the records of the document so and import that file.</source>
        <translation>这是一个 JSON 文档。只能导入 JSON Lines：每行一个对象。请把文档中的记录写成这种形式后再导入。</translation>
    </message>
    <message>
        <source>This is a Parquet file inside a %1 file. Decompress it first: Parquet compresses its own pages.</source>
        <translation>这是 %1 文件里的 Parquet 文件。请先解压：Parquet 自己会压缩数据页。</translation>
    </message>
    <message>
        <source>The %1 compressed file ends too early: a part of it is missing. Get the file again, complete this time.</source>
        <translation>%1 压缩文件过早结束：缺少一部分。请重新获取完整的文件。</translation>
    </message>
    <message>
        <source>The table in %1 cannot be read: the file is damaged or is no Parquet file. Restore it from a backup, or import the data again.</source>
        <translation>无法读取 %1 中的表：文件已损坏或不是 Parquet 文件。请从备份恢复，或重新导入数据。</translation>
    </message>
    <message>
        <source>The ending of %1 says no format. Let the name end in .csv, .tsv, .jsonl or .parquet.</source>
        <translation>%1 的扩展名不代表任何格式。请以 .csv、.tsv、.jsonl 或 .parquet 结尾。</translation>
    </message>
    <message>
        <source>The character %1 in row %2, column &quot;%3&quot;, has no place in the encoding %4. Nothing was written; export as UTF-8 instead.</source>
        <translation>第 %2 行“%3”列中的字符 %1 无法用编码 %4 表示。没有写入任何内容；请改用 UTF-8 导出。</translation>
    </message>
    <message>
        <source>There is no column &quot;%1&quot;. Did you mean &quot;%2&quot;?</source>
        <translation>没有名为“%1”的列。是否指“%2”？</translation>
    </message>
    <message>
        <source>There is no column &quot;%1&quot;. The columns are %2.</source>
        <translation>没有名为“%1”的列。现有的列：%2。</translation>
    </message>
    <message>
        <source>Row %1 (line %2)</source>
        <translation>第 %1 行（文件第 %2 行）</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>文件第 %1 行</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>column “%1”</source>
        <translation>“%1”列</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>字节 %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between row, column and byte</comment>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%1: there are %Ln field(s) where the table has %2 column(s). Mend the row, put quotes around text that holds the delimiter, or import without the rows that cannot be read.</source>
        <translation>
            <numerusform>%1：有 %Ln 个字段，而表有 %2 列。请修正该行、给含有分隔符的文本加上引号，或在导入时略去无法读取的行。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: “%2” does not fit the type of the column. Mend the cell, choose another type for the column, or import without the rows that cannot be read.</source>
        <translation>%1：“%2”不符合该列的类型。请修正该单元格、为该列另选类型，或在导入时略去无法读取的行。</translation>
    </message>
    <message>
        <source>%1: “%2” is too large for the type of the column. Mend the cell, choose another type for the column, or import without the rows that cannot be read.</source>
        <translation>%1：“%2”超出了该列类型的范围。请修正该单元格、为该列另选类型，或在导入时略去无法读取的行。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place in a file, what is wrong there</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Something unexpected went wrong.</source>
        <translation>发生了意外错误。</translation>
    </message>
    <message>
        <source>Something that was given does not fit.</source>
        <translation>给出的内容不合要求。</translation>
    </message>
    <message>
        <source>What this needs is not there.</source>
        <translation>找不到所需的内容。</translation>
    </message>
    <message>
        <source>There is one of this name already.</source>
        <translation>已有同名的内容。</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Reading or writing failed.</source>
        <translation>读写失败。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space and try again.</source>
        <translation>磁盘已满。请清理出一些空间后重试。</translation>
    </message>
    <message>
        <source>You can read this but not change it: it is write-protected for you.</source>
        <translation>您可以读取但不能更改：它对您是写保护的。</translation>
    </message>
    <message>
        <source>You do not have the rights for this.</source>
        <translation>您没有所需的权限。</translation>
    </message>
    <message>
        <source>This is in use elsewhere now. Try again.</source>
        <translation>它正在别处使用。请重试。</translation>
    </message>
    <message>
        <source>This program cannot do that.</source>
        <translation>本程序不支持此操作。</translation>
    </message>
    <message>
        <source>This folder is not a workspace.</source>
        <translation>此文件夹不是工作区。</translation>
    </message>
    <message>
        <source>The workspace was made by a newer version of Lepton Workbench. Install that version.</source>
        <translation>工作区由更新版本的 Lepton Workbench 创建。请安装该版本。</translation>
    </message>
    <message>
        <source>A file is damaged.</source>
        <translation>文件已损坏。</translation>
    </message>
    <message>
        <source>A workspace for one machine cannot be used on a network folder.</source>
        <translation>单机工作区不能放在网络文件夹中使用。</translation>
    </message>
    <message>
        <source>This workspace is not the one that this machine trusts.</source>
        <translation>此工作区不是这台计算机所信任的那个。</translation>
    </message>
    <message>
        <source>The workspace is older than when this machine last saw it.</source>
        <translation>工作区比这台计算机上次见到时更旧。</translation>
    </message>
    <message>
        <source>Your roles in this workspace do not allow this. Ask an admin of it.</source>
        <translation>您在此工作区的角色不允许此操作。请联系其管理员。</translation>
    </message>
    <message>
        <source>Your key for this workspace is locked with a passphrase.</source>
        <translation>您在此工作区的密钥由口令保护。</translation>
    </message>
    <message>
        <source>You asked, so another must review.</source>
        <translation>申请由您提出，须由他人审核。</translation>
    </message>
    <message>
        <source>This takes the role of a reviewer, which you do not have here.</source>
        <translation>此操作需要审核人角色，而您在此没有。</translation>
    </message>
    <message>
        <source>A gate has failed.</source>
        <translation>有一项准入检查未通过。</translation>
    </message>
    <message>
        <source>This has been decided already.</source>
        <translation>此事已有决定。</translation>
    </message>
    <message>
        <source>The file is empty: there is nothing to import.</source>
        <translation>文件是空的：没有可导入的内容。</translation>
    </message>
    <message>
        <source>The encoding of the text is not known. Choose the encoding.</source>
        <translation>无法确定文本的编码。请选择编码。</translation>
    </message>
    <message>
        <source>The bytes there are no text in the encoding that was chosen. Choose the encoding that the file has, or mend this place.</source>
        <translation>此处的字节不是所选编码的有效文本。请选择文件真正的编码，或修正此处。</translation>
    </message>
    <message>
        <source>There is a NUL character, which no text holds. The file is damaged, binary, or in another encoding such as UTF-16.</source>
        <translation>有一个 NUL 字符，文本中不应出现。文件已损坏、是二进制文件，或使用了 UTF-16 等其他编码。</translation>
    </message>
    <message>
        <source>The row has another number of fields than the table has columns. Mend the row, or import without the rows that cannot be read.</source>
        <translation>该行的字段数与表的列数不同。请修正该行，或在导入时略去无法读取的行。</translation>
    </message>
    <message>
        <source>The quote that opens here is never closed. Close it, double it if it belongs to the text, or import without quoting.</source>
        <translation>此处开始的引号没有结束。请补上结束引号；若引号属于文本，请写成两个；或在导入时不使用引号。</translation>
    </message>
    <message>
        <source>Text follows a closing quote. Double the quotes that belong to the text.</source>
        <translation>结束引号之后还有文本。属于文本的引号请写成两个。</translation>
    </message>
    <message>
        <source>There is a quote inside a field. Put the field in quotes and double the quote.</source>
        <translation>字段中间有引号。请给该字段加上引号，并把其中的引号写成两个。</translation>
    </message>
    <message>
        <source>The value does not fit the type of the column. Mend the cell, choose another type for the column, or import without the rows that cannot be read.</source>
        <translation>该值不符合该列的类型。请修正该单元格、为该列另选类型，或在导入时略去无法读取的行。</translation>
    </message>
    <message>
        <source>The number is too large for the type of the column. Mend the cell, choose another type for the column, or import without the rows that cannot be read.</source>
        <translation>该数超出了该列类型的范围。请修正该单元格、为该列另选类型，或在导入时略去无法读取的行。</translation>
    </message>
    <message>
        <source>Two columns have the same name. Rename one of them.</source>
        <translation>有两列同名。请重命名其中一列。</translation>
    </message>
    <message>
        <source>A column has no name. Give it one.</source>
        <translation>有一列没有名称。请为它命名。</translation>
    </message>
    <message>
        <source>This is not a JSON object in one line. Mend the line, or import without the rows that cannot be read.</source>
        <translation>这一行不是完整的 JSON 对象。请修正该行，或在导入时略去无法读取的行。</translation>
    </message>
    <message>
        <source>The Parquet file is damaged or incomplete and cannot be read. Get it again from where it came.</source>
        <translation>Parquet 文件已损坏或不完整，无法读取。请从来源处重新获取。</translation>
    </message>
    <message>
        <source>The compression of the file is damaged. Get the file again, or decompress it with another program and import what is whole.</source>
        <translation>文件的压缩数据已损坏。请重新获取文件，或用其他程序解压后导入完好的部分。</translation>
    </message>
    <message>
        <source>This is too large to be read. Is a quote missing before it, or the delimiter another one?</source>
        <translation>内容过大，无法读取。是否前面缺少引号，或分隔符不对？</translation>
    </message>
    <message>
        <source>The filter cannot be understood here.</source>
        <translation>此处的筛选条件无法理解。</translation>
    </message>
    <message>
        <source>There is no column of this name.</source>
        <translation>没有此名称的列。</translation>
    </message>
    <message>
        <source>The model cannot be read: a file of it is damaged, missing or of another kind.</source>
        <translation>无法读取该模型：其中有文件损坏、缺失或类型不符。</translation>
    </message>
    <message>
        <source>A setting of the training does not fit.</source>
        <translation>训练设置中有一项不合适。</translation>
    </message>
    <message>
        <source>The data cannot be trained on as it is.</source>
        <translation>该数据目前不能用于训练。</translation>
    </message>
    <message>
        <source>The checkpoint is damaged or belongs to another training.</source>
        <translation>检查点已损坏，或属于另一次训练。</translation>
    </message>
    <message>
        <source>The training ran away: the loss is no number any more. Lower the learning rate.</source>
        <translation>训练已发散：损失不再是数值。请降低学习率。</translation>
    </message>
    <message>
        <source>The memory does not suffice. Take a smaller batch with accumulation, or shorter texts.</source>
        <translation>内存不足。请减小批大小并使用梯度累积，或缩短文本。</translation>
    </message>
    <message>
        <source>Only a member of the workspace can do this. Ask an admin to enrol you.</source>
        <translation>只有工作区的成员才能这样做。请让管理员为您登记。</translation>
    </message>
    <message>
        <source>%1 is the only admin: nobody could change members any more. Make somebody else an admin first.</source>
        <translation>%1 是唯一的管理员：否则再也没有人能更改成员。请先让另一人成为管理员。</translation>
    </message>
    <message>
        <source>The key of this request belongs to a member, or did before. Make a new request.</source>
        <translation>此申请的密钥现在或以前属于某位成员。请重新生成申请。</translation>
    </message>
    <message>
        <source>The request was changed after it was signed. Ask the newcomer for it again.</source>
        <translation>申请在签名之后被改动过。请让申请人重新提供。</translation>
    </message>
    <message>
        <source>The request in %1 was changed after it was signed. Ask the newcomer for the file again.</source>
        <translation>%1 中的申请在签名之后被改动过。请让申请人重新提供文件。</translation>
    </message>
    <message>
        <source>The request of %1 is for another workspace. Ask for one for this one.</source>
        <translation>%1 的申请用于另一个工作区。请索取用于本工作区的申请。</translation>
    </message>
    <message>
        <source>The request is of %1, not of %2. Nothing was changed.</source>
        <translation>此申请来自 %1，而不是 %2。没有做任何更改。</translation>
    </message>
    <message>
        <source>The file %1 is no request to become a member. The newcomer makes one with lepton member request.</source>
        <translation>文件 %1 不是加入申请。申请人可在“设置”的“成员”中，或用 lepton member request 生成。</translation>
    </message>
    <message>
        <source>The file %1 is there already. Choose another name.</source>
        <translation>文件 %1 已存在。请换一个名称。</translation>
    </message>
    <message>
        <source>There is a member called %1 already. Choose another name.</source>
        <translation>已有名为 %1 的成员。请换一个名称。</translation>
    </message>
    <message>
        <source>The key of %1 belongs to a member already.</source>
        <translation>%1 的密钥已属于某位成员。</translation>
    </message>
    <message>
        <source>This key belongs to a member already. Make a new request.</source>
        <translation>此密钥已属于某位成员。请重新生成申请。</translation>
    </message>
    <message>
        <source>The key of %1 is revoked already.</source>
        <translation>%1 的密钥已被吊销。</translation>
    </message>
    <message>
        <source>This is not the passphrase of your key. Try again.</source>
        <translation>这不是您密钥的口令。请重试。</translation>
    </message>
    <message>
        <source>To add or change members takes the role admin, which you do not have here. Ask an admin of the workspace for it.</source>
        <translation>添加或更改成员需要管理员角色，而您在这里没有。请联系工作区的管理员。</translation>
    </message>
    <message>
        <source>To publish standards takes the role admin, which you do not have here. Ask an admin of the workspace for it.</source>
        <translation>发布标准需要管理员角色，而您在这里没有。请联系工作区的管理员。</translation>
    </message>
    <message>
        <source>The file %1 is no checkpoint of lepton audit checkpoint.</source>
        <translation>文件 %1 不是 lepton audit checkpoint 的检查点。</translation>
    </message>
    <message>
        <source>The checkpoint %1 is of another version of the program than this one.</source>
        <translation>检查点 %1 属于本程序的另一个版本。</translation>
    </message>
    <message>
        <source>Nothing was signed: the audit log is not whole. %1</source>
        <translation>没有签名：审计日志不完整。%1</translation>
    </message>
    <message>
        <source>The standard is no JSON: line %1 cannot be read.</source>
        <translation>标准不是 JSON：无法读取第 %1 行。</translation>
    </message>
    <message>
        <source>The standard is no JSON: it is not UTF-8.</source>
        <translation>标准不是 JSON：它不是 UTF-8。</translation>
    </message>
    <message>
        <source>The standard is not right at %1: there is no such key. There are: %2.</source>
        <translation>标准的 %1 处有误：没有这个键。可用的有：%2。</translation>
    </message>
    <message>
        <source>The standard is not right at %1: this key is missing.</source>
        <translation>标准的 %1 处有误：缺少这个键。</translation>
    </message>
    <message>
        <source>The standard is not right at %1: this key stands twice.</source>
        <translation>标准的 %1 处有误：这个键出现了两次。</translation>
    </message>
    <message>
        <source>The standard is not right at %1: a whole number from %2 to %3 is expected here.</source>
        <translation>标准的 %1 处有误：应为 %2 到 %3 的整数。</translation>
    </message>
    <message>
        <source>The standard is not right at %1: a number from %2 to %3 is expected here.</source>
        <translation>标准的 %1 处有误：应为 %2 到 %3 的数。</translation>
    </message>
    <message>
        <source>The standard is not right at %1: a text is expected here.</source>
        <translation>标准的 %1 处有误：应为文本。</translation>
    </message>
    <message>
        <source>The standard is not right at %1: a list of texts is expected here.</source>
        <translation>标准的 %1 处有误：应为文本列表。</translation>
    </message>
    <message>
        <source>The standard is not right at %1: a list of gates is expected here.</source>
        <translation>标准的 %1 处有误：应为准入检查的列表。</translation>
    </message>
    <message>
        <source>The standard is not right at %1: an object is expected here.</source>
        <translation>标准的 %1 处有误：应为对象。</translation>
    </message>
    <message>
        <source>The standard is not right at %1: there is no metric &quot;%2&quot;. There are: %3.</source>
        <translation>标准的 %1 处有误：没有指标“%2”。可用的有：%3。</translation>
    </message>
    <message>
        <source>The standard is not right at %1: exactly one of at_least, at_most and not_below_production_by is expected here.</source>
        <translation>标准的 %1 处有误：at_least、at_most 和 not_below_production_by 必须且只能有一个。</translation>
    </message>
    <message>
        <source>The standard is not right at %1: nobody brings a version into production alone: 1 or more is expected.</source>
        <translation>标准的 %1 处有误：没有人可以独自让版本进入生产：应为 1 或更大。</translation>
    </message>
    <message>
        <source>The standard is not right at %1: %2</source>
        <translation>标准的 %1 处有误：%2</translation>
    </message>
    <message>
        <source>The next version of the standard %1 is %2, not %3.</source>
        <translation>标准 %1 的下一个版本是 %2，而不是 %3。</translation>
    </message>
    <message>
        <source>The name built-in is that of the built-in standard. Choose another one.</source>
        <translation>built-in 是内置标准的名称。请换一个名称。</translation>
    </message>
    <message>
        <source>The standard %1 is for other models. What a standard is for does not change: publish one under another name.</source>
        <translation>标准 %1 用于其他模型。标准的适用范围不能改变：请用另一个名称发布。</translation>
    </message>
    <message>
        <source>The standard is for %1, which has an admin of its own: only that one publishes it.</source>
        <translation>此标准用于 %1，该部门有自己的管理员：只能由其发布。</translation>
    </message>
    <message>
        <source>You asked for %1 yourself, and nobody decides on an own request. Another reviewer has to.</source>
        <translation>%1 是您自己提出的，任何人都不能决定自己的申请，须由另一位审核人决定。</translation>
    </message>
    <message>
        <source>To approve or reject takes the role reviewer or admin, which you do not have here. Ask an admin of the workspace for it.</source>
        <translation>批准或拒绝需要审核人或管理员角色，而您在此没有。请向工作区的管理员申请。</translation>
    </message>
    <message>
        <source>The standard %1 takes reviewers with another role than yours for this.</source>
        <translation>标准 %1 要求由其他角色的审核人来审核。</translation>
    </message>
    <message>
        <source>The standard %1 takes reviewers of %2 for this.</source>
        <translation>标准 %1 要求由 %2 的审核人来审核。</translation>
    </message>
    <message>
        <source>You trained this version, and the standard %1 wants somebody else to review it.</source>
        <translation>该版本由您训练，标准 %1 要求由他人审核。</translation>
    </message>
    <message>
        <source>You have reviewed %1 already.</source>
        <translation>您已审核过 %1。</translation>
    </message>
    <message>
        <source>%1 is approved already.</source>
        <translation>%1 已被批准。</translation>
    </message>
    <message>
        <source>%1 is rejected already.</source>
        <translation>%1 已被拒绝。</translation>
    </message>
    <message>
        <source>%1 is withdrawn already.</source>
        <translation>%1 已被撤回。</translation>
    </message>
    <message>
        <source>Only who asked for %1, or an admin, withdraws it.</source>
        <translation>只有 %1 的申请人或管理员可以撤回它。</translation>
    </message>
    <message>
        <source>The catalog lacks what this machine saw in it before, so nothing is decided in it. lepton audit verify says more.</source>
        <translation>目录中缺少本机先前见过的内容，因此不在其中作任何决定。lepton audit verify 会给出详情。</translation>
    </message>
    <message>
        <source>%1 cannot be approved: computed again here, the gate %2 fails. %3</source>
        <translation>%1 不能批准：在此重新计算后，准入检查 %2 未通过。%3</translation>
    </message>
    <message>
        <source>%1 cannot be approved: the gate %2 failed. %3</source>
        <translation>%1 不能批准：准入检查 %2 未通过。%3</translation>
    </message>
    <message>
        <source>Another version came into production after the gates of %1 were computed. Withdraw it, and ask again.</source>
        <translation>在计算 %1 的准入检查之后，另一个版本已投入生产。请撤回后重新申请。</translation>
    </message>
    <message>
        <source>The version of %1 is in the trash: it cannot be approved.</source>
        <translation>%1 的版本在回收站中，不能批准。</translation>
    </message>
    <message>
        <source>%1 is in the trash. Restore it first.</source>
        <translation>%1 在回收站中。请先恢复。</translation>
    </message>
    <message>
        <source>There is no promotion &quot;%1&quot;.</source>
        <translation>没有申请“%1”。</translation>
    </message>
    <message>
        <source>There is no model called &quot;%1&quot;.</source>
        <translation>没有名为“%1”的模型。</translation>
    </message>
    <message>
        <source>%1 had no other version in production before.</source>
        <translation>%1 先前没有其他版本在生产中。</translation>
    </message>
    <message>
        <source>%1 has no model: a version is made of a run that is complete.</source>
        <translation>%1 没有模型：版本须由已完成的运行生成。</translation>
    </message>
    <message>
        <source>%1 is in staging already.</source>
        <translation>%1 已在预发布中。</translation>
    </message>
    <message>
        <source>%1 is in production already.</source>
        <translation>%1 已在生产中。</translation>
    </message>
    <message>
        <source>%1 waits for a decision already: %2.</source>
        <translation>%1 已在等待决定：%2。</translation>
    </message>
    <message>
        <source>%1 is version %2 of %3 already.</source>
        <translation>%1 已是 %3 的版本 %2。</translation>
    </message>
    <message>
        <source>%1 belongs to %2. Choose another name for a model of %3.</source>
        <translation>%1 属于 %2。请为 %3 的模型另选名称。</translation>
    </message>
    <message>
        <source>The version in production or the standard changed while the gates were computed. Ask again.</source>
        <translation>计算准入检查期间，生产中的版本或标准发生了变化。请重新申请。</translation>
    </message>
    <message>
        <source>A promotion takes a reason. Say why the version shall move.</source>
        <translation>晋级需要理由。请说明为何要移动该版本。</translation>
    </message>
    <message>
        <source>A rejection takes a comment. Say what is missing.</source>
        <translation>拒绝需要意见。请说明缺少什么。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; already means a version or a stage. Choose another alias.</source>
        <translation>“%1”已表示版本或阶段。请另选别名。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; reads as the number of a run. Choose another name for the model.</source>
        <translation>“%1”看起来像运行的编号。请为模型另选名称。</translation>
    </message>
    <message>
        <source>It cannot be computed: %1</source>
        <translation>无法计算：%1</translation>
    </message>
    <message>
        <source>It is %1, against %2 of the version in production on the same rows (%3).</source>
        <translation>为 %1，生产中的版本在相同行上为 %2（%3）。</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation>为 %1。</translation>
    </message>
    <message>
        <source>It is not held against a rollback: the version was in production before.</source>
        <translation>回滚不受此准入检查限制：此版本曾在生产中。</translation>
    </message>
    <message>
        <source>%1 is another one than a moment ago: an older or a forged catalog was put in the place of this one. Nothing is decided in it. Close the workspace, and run lepton audit verify.</source>
        <translation>%1 与刚才的不同：有人用旧的或伪造的目录替换了它。在其中不作任何决定。请关闭工作区，并运行 lepton audit verify。</translation>
    </message>
    <message>
        <source>%1 is not there any more, and was a moment ago: an older or a forged catalog was put in the place of this one. Nothing is decided in it. Close the workspace, and run lepton audit verify.</source>
        <translation>%1 刚才还在，现在不在了：有人用旧的或伪造的目录替换了它。在其中不作任何决定。请关闭工作区，并运行 lepton audit verify。</translation>
    </message>
    <message>
        <source>Nothing can be decided in this workspace: %1 is missing. Run lepton audit verify to see all that is wrong.</source>
        <translation>在此工作区中无法作出任何决定：缺少%1。请运行 lepton audit verify 查看全部问题。</translation>
    </message>
    <message>
        <source>Nothing can be decided in this workspace: %1 Run lepton audit verify to see all that is wrong.</source>
        <translation>在此工作区中无法作出任何决定：%1 请运行 lepton audit verify 查看全部问题。</translation>
    </message>
    <message>
        <source>The standard holds a number that is too large.</source>
        <translation>标准中有一个过大的数字。</translation>
    </message>
    <message>
        <source>The standard is not right at %1: &quot;%2&quot; is no role that may review. Use reviewer or admin.</source>
        <translation>标准在 %1 处不正确：“%2”不是可以评审的角色。请使用 reviewer 或 admin。</translation>
    </message>
    <message>
        <source>No version is in production to compare with.</source>
        <translation>生产中没有可比较的版本。</translation>
    </message>
    <message>
        <source>No class has %1 test rows or more.</source>
        <translation>没有类别达到 %1 个测试行。</translation>
    </message>
    <message>
        <source>%1 of the version is not a number (NaN).</source>
        <translation>该版本的 %1 不是数（NaN）。</translation>
    </message>
    <message>
        <source>%1 of the version in production is not a number (NaN).</source>
        <translation>生产中版本的 %1 不是数（NaN）。</translation>
    </message>
    <message>
        <source>Recipe, data and base model are there and whole.</source>
        <translation>配方、数据和基础模型都在且完整。</translation>
    </message>
    <message>
        <source>There are %1 test rows.</source>
        <translation>共有 %1 个测试行。</translation>
    </message>
    <message>
        <source>1 test row has a text that stands in the training part, too.</source>
        <translation>有 1 个测试行的文本也在训练部分中。</translation>
    </message>
    <message>
        <source>%1 test rows have a text that stands in the training part, too.</source>
        <translation>有 %1 个测试行的文本也在训练部分中。</translation>
    </message>
    <message>
        <source>The version was imported: how it was trained, and on what, is not recorded here.</source>
        <translation>该版本是导入的：此处没有记录它如何训练、用什么数据训练。</translation>
    </message>
    <message>
        <source>There are only %1 test rows: small differences say little.</source>
        <translation>只有 %1 个测试行：微小的差异说明不了什么。</translation>
    </message>
    <message>
        <source>%1 of the test rows have texts that stand in the training part, too.</source>
        <translation>有 %1 个测试行的文本也在训练部分中。</translation>
    </message>
    <message>
        <source>The class %1 falls from F1 %2 to %3 (%4 test rows).</source>
        <translation>类别 %1 的 F1 从 %2 降到 %3（%4 个测试行）。</translation>
    </message>
    <message>
        <source>Version %1 (in production) was trained on the texts of %2 of these test rows: its figures may look better than it is.</source>
        <translation>生产中的版本 %1 曾用其中 %2 个测试行的文本训练：其指标可能显得比实际更好。</translation>
    </message>
    <message>
        <source>Version %1 (in production) was imported: whether it was trained on these test rows is not known.</source>
        <translation>生产中的版本 %1 是导入的：不知道它是否用这些测试行训练过。</translation>
    </message>
    <message>
        <source>Version %1 (in production) was trained on data that cannot be read: whether it was on these test rows is not known.</source>
        <translation>生产中的版本 %1 的训练数据无法读取：不知道它是否用这些测试行训练过。</translation>
    </message>
    <message>
        <source>No figures could be computed for this request: those shown are what the runs recorded, each on test rows of its own.</source>
        <translation>无法为此申请计算指标：所示为各次运行在各自测试行上记录的指标。</translation>
    </message>
    <message>
        <source>Version %1 (in production) could not be scored on these test rows: its figures are what its run recorded, on test rows of its own.</source>
        <translation>生产中的版本 %1 无法在这些测试行上评分：其指标为其运行在自己的测试行上记录的。</translation>
    </message>
    <message>
        <source>test rows in training at most %1</source>
        <translation>训练部分中的测试行至多 %1 个</translation>
    </message>
    <message>
        <source>test rows at least %1</source>
        <translation>测试行至少 %1 个</translation>
    </message>
    <message>
        <source>%1 at least %2, classes with %3 test rows or more</source>
        <translation>%1 至少 %2（至少有 %3 个测试行的类别）</translation>
    </message>
    <message>
        <source>%1 at most %2, classes with %3 test rows or more</source>
        <translation>%1 至多 %2（至少有 %3 个测试行的类别）</translation>
    </message>
    <message>
        <source>%1 not below production by more than %2, classes with %3 test rows or more</source>
        <translation>%1 低于生产版本不超过 %2（至少有 %3 个测试行的类别）</translation>
    </message>
    <message>
        <source>%1 at least %2</source>
        <translation>%1 至少 %2</translation>
    </message>
    <message>
        <source>%1 at most %2</source>
        <translation>%1 至多 %2</translation>
    </message>
    <message>
        <source>%1 not below production by more than %2</source>
        <translation>%1 低于生产版本不超过 %2</translation>
    </message>
    <message>
        <source>repeatable</source>
        <translation>可重复</translation>
    </message>
    <message>
        <source>The version was imported, so there are no test rows that it was not trained on.</source>
        <translation>该版本是导入的，因此没有确定未用于训练的测试行。</translation>
    </message>
    <message>
        <source>The version was imported: no run can be repeated.</source>
        <translation>该版本是导入的：没有可重复的运行。</translation>
    </message>
    <message>
        <source>The test data of %1 (%2 version %3) is not recorded in this workspace.</source>
        <translation>%1 的测试数据（%2 版本 %3）未记录在此工作区中。</translation>
    </message>
    <message>
        <source>The test data of %1 (%2 version %3) is gone.</source>
        <translation>%1 的测试数据（%2 版本 %3）已不存在。</translation>
    </message>
    <message>
        <source>The data of %1 is not recorded in this workspace.</source>
        <translation>%1 的数据未记录在此工作区中。</translation>
    </message>
    <message>
        <source>The base model %1 is not there as %2 had it.</source>
        <translation>%2 当时所用的基础模型 %1 已不存在。</translation>
    </message>
    <message>
        <source>The recipe of %1 is not the one that it recorded.</source>
        <translation>%1 的配方与其记录的不符。</translation>
    </message>
    <message>
        <source>%1 cannot be approved and has to be asked for again: computed again here, its evidence is not what is shown. %2</source>
        <translation>%1 不能批准，须重新申请：在此重新计算后，其依据与所示不符。%2</translation>
    </message>
    <message>
        <source>%1 of the version is %2, and not %3.</source>
        <translation>该版本的 %1 是 %2，而不是 %3。</translation>
    </message>
    <message>
        <source>%1 of the version in production is %2, and not %3.</source>
        <translation>生产版本的 %1 是 %2，而不是 %3。</translation>
    </message>
    <message>
        <source>There are %1 test rows of the class %2, and not %3.</source>
        <translation>类别 %2 有 %1 行测试数据，而不是 %3 行。</translation>
    </message>
    <message>
        <source>The figures of the version were not computed, and can be.</source>
        <translation>该版本的指标未经计算，而它们可以计算。</translation>
    </message>
    <message>
        <source>The figures of the version in production were not computed, and can be.</source>
        <translation>生产版本的指标未经计算，而它们可以计算。</translation>
    </message>
    <message>
        <source>The figures of the version cannot be computed any more: %1</source>
        <translation>该版本的指标已无法计算：%1</translation>
    </message>
    <message>
        <source>The figures of the version in production cannot be computed any more: %1</source>
        <translation>生产版本的指标已无法计算：%1</translation>
    </message>
    <message>
        <source>It is about other test rows than those of the run.</source>
        <translation>所用的测试行不是该运行的测试行。</translation>
    </message>
    <message>
        <source>The gate %1 comes to something else. %2</source>
        <translation>准入检查 %1 的结果不同。%2</translation>
    </message>
    <message>
        <source>A caution was left out. %1</source>
        <translation>遗漏了一条提示。%1</translation>
    </message>
    <message>
        <source>A caution does not hold. %1</source>
        <translation>有一条提示不成立。%1</translation>
    </message>
    <message>
        <source>The class %1 is missing, or is none of the model&apos;s.</source>
        <translation>类别 %1 缺失，或不属于该模型。</translation>
    </message>
    <message>
        <source>It is about other versions than those that it is asked for and compared with.</source>
        <translation>它所说的版本不是所申请的版本和所比较的版本。</translation>
    </message>
    <message>
        <source>It is about other gates than those of the standard.</source>
        <translation>它所说的准入检查不是该标准的准入检查。</translation>
    </message>
    <message>
        <source>It is about another stage or another standard.</source>
        <translation>它所说的是另一个阶段或另一个标准。</translation>
    </message>
    <message>
        <source>To import or change data sets takes the role engineer or admin, which you do not have here. Ask an admin of the workspace for it.</source>
        <translation>导入或更改数据集需要工程师或管理员角色，而您在这里没有。请联系工作区的管理员。</translation>
    </message>
    <message>
        <source>To train models takes the role engineer or admin, which you do not have here. Ask an admin of the workspace for it.</source>
        <translation>训练模型需要工程师或管理员角色，而您在这里没有。请联系工作区的管理员。</translation>
    </message>
    <message>
        <source>To name, tag or trash runs takes the role engineer or admin, which you do not have here. Ask an admin of the workspace for it.</source>
        <translation>为运行命名、加标签或移入回收站需要工程师或管理员角色，而您在这里没有。请联系工作区的管理员。</translation>
    </message>
    <message>
        <source>To empty the trash takes the role admin, which you do not have here. Ask an admin of the workspace for it.</source>
        <translation>清空回收站需要管理员角色，而您在这里没有。请联系工作区的管理员。</translation>
    </message>
    <message>
        <source>To register models takes the role engineer or admin, which you do not have here. Ask an admin of the workspace for it.</source>
        <translation>注册模型需要工程师或管理员角色，而您在这里没有。请联系工作区的管理员。</translation>
    </message>
    <message>
        <source>To ask for a promotion takes the role engineer or admin, which you do not have here. Ask an admin of the workspace for it.</source>
        <translation>申请晋级需要工程师或管理员角色，而您在这里没有。请联系工作区的管理员。</translation>
    </message>
    <message>
        <source>Event %1 (%2) has an id that is none.</source>
        <translation>事件 %1（%2）的编号无效。</translation>
    </message>
    <message>
        <source>Event %1 (%2) was changed: its hash is not that of its content.</source>
        <translation>事件 %1（%2）被改动过：其哈希与内容不符。</translation>
    </message>
    <message>
        <source>Event %1 (%2) has no signature.</source>
        <translation>事件 %1（%2）没有签名。</translation>
    </message>
    <message>
        <source>Event %1 (%2) was not signed with the key that it names.</source>
        <translation>事件 %1（%2）不是用它所写的密钥签名的。</translation>
    </message>
    <message>
        <source>Event %1 (%2) comes first, and only the making of the workspace can.</source>
        <translation>事件 %1（%2）排在第一位，而第一位只能是工作区的创建。</translation>
    </message>
    <message>
        <source>Event %1 (%2) stands before the first member is there.</source>
        <translation>事件 %1（%2）出现时还没有任何成员。</translation>
    </message>
    <message>
        <source>Event %1 (%2) is signed with a key that is not its author&apos;s in this workspace.</source>
        <translation>事件 %1（%2）的签名密钥不属于其作者。</translation>
    </message>
    <message>
        <source>Event %1 (%2) is signed with the key of %3, which event %4 had revoked.</source>
        <translation>事件 %1（%2）用 %3 的密钥签名，而该密钥已被事件 %4 吊销。</translation>
    </message>
    <message>
        <source>Event %1 (%2) changes members, and %3 was no admin then.</source>
        <translation>事件 %1（%2）更改了成员，而 %3 当时不是管理员。</translation>
    </message>
    <message>
        <source>Event %1 (%2) is by %3, who had no right to it then. %4</source>
        <translation>事件 %1（%2）由 %3 写入，而其当时没有这项权限。%4</translation>
    </message>
    <message>
        <source>Event %1 (%2) does not say what events of its kind must say.</source>
        <translation>事件 %1（%2）缺少此类事件必须写明的内容。</translation>
    </message>
    <message>
        <source>Event %1 (%2) adds a member that is there already.</source>
        <translation>事件 %1（%2）添加的成员已经存在。</translation>
    </message>
    <message>
        <source>Event %1 (%2) makes a workspace that is there already.</source>
        <translation>事件 %1（%2）创建的工作区已经存在。</translation>
    </message>
    <message>
        <source>Event %1 (%2) is about a member who is not there.</source>
        <translation>事件 %1（%2）涉及的成员不存在。</translation>
    </message>
    <message>
        <source>Event %1 (%2) revokes a key that is revoked already.</source>
        <translation>事件 %1（%2）吊销的密钥早已吊销。</translation>
    </message>
    <message>
        <source>Event %1 (%2) gives a key that somebody has or had already.</source>
        <translation>事件 %1（%2）分配的密钥已有人使用或曾经使用。</translation>
    </message>
    <message>
        <source>Event %1 (%2) is refused. %3</source>
        <translation>事件 %1（%2）不被认可。%3</translation>
    </message>
    <message>
        <source>Event %1 stands before the first event.</source>
        <translation>事件 %1 排在第一个事件之前。</translation>
    </message>
    <message>
        <source>Event %1 is missing.</source>
        <translation>缺少事件 %1。</translation>
    </message>
    <message>
        <source>Events %1 to %2 are missing.</source>
        <translation>缺少事件 %1 至 %2。</translation>
    </message>
    <message>
        <source>Event %1 does not follow the event before it.</source>
        <translation>事件 %1 与前一个事件不相接。</translation>
    </message>
    <message>
        <source>There are more problems; the first ones are shown.</source>
        <translation>还有更多问题；此处只显示最前面的几个。</translation>
    </message>
    <message>
        <source>The table %1 has a row %2 that no event tells of.</source>
        <translation>表 %1 中有一行 %2，没有任何事件提到它。</translation>
    </message>
    <message>
        <source>The table role differs from the events in the rows of %1.</source>
        <translation>表 role 中 %1 的各行与事件不符。</translation>
    </message>
    <message>
        <source>The table %1 differs from the events in the row %2, column %3.</source>
        <translation>表 %1 的行 %2、列 %3 与事件不符。</translation>
    </message>
    <message>
        <source>The table member lacks the row %1, which event %2 added.</source>
        <translation>表 member 缺少行 %1，而事件 %2 添加过它。</translation>
    </message>
    <message>
        <source>The table %1 lacks the row %2, which the events tell of.</source>
        <translation>表 %1 缺少行 %2，而事件中提到它。</translation>
    </message>
    <message>
        <source>Event %1 is another one than when this machine last verified the workspace: an older or a forged catalog was put in its place. Who knows why says lepton workspace trust FINGERPRINT --head HASH.</source>
        <translation>事件 %1 与本机上次校验此工作区时不同：目录库被换成了旧的或伪造的。知道原因的人可运行 lepton workspace trust FINGERPRINT --head HASH。</translation>
    </message>
    <message>
        <source>Event %1 is not there any more, and was when this machine last verified the workspace: an older or a forged catalog was put in its place. Who knows why says lepton workspace trust FINGERPRINT --head HASH.</source>
        <translation>本机上次校验此工作区时还有事件 %1，现在却没有了：目录库被换成了旧的或伪造的。知道原因的人可运行 lepton workspace trust FINGERPRINT --head HASH。</translation>
    </message>
    <message>
        <source>Event %1 is another one than when the checkpoint was signed: an older or a forged catalog was put in its place.</source>
        <translation>事件 %1 与检查点签名时不同：目录库被换成了旧的或伪造的。</translation>
    </message>
    <message>
        <source>Event %1 is not there any more, and was when the checkpoint was signed: an older or a forged catalog was put in its place.</source>
        <translation>检查点签名时还有事件 %1，现在却没有了：目录库被换成了旧的或伪造的。</translation>
    </message>
    <message>
        <source>The checkpoint was changed after it was signed.</source>
        <translation>检查点在签名之后被改动过。</translation>
    </message>
    <message>
        <source>The checkpoint is of another workspace, or of one with another root.</source>
        <translation>检查点属于另一个工作区，或属于根密钥不同的工作区。</translation>
    </message>
    <message>
        <source>The checkpoint was signed by nobody who is a member here.</source>
        <translation>检查点不是由这里的成员签名的。</translation>
    </message>
    <message>
        <source>The audit log is empty.</source>
        <translation>审计日志是空的。</translation>
    </message>
    <message>
        <source>A file that a decision names is not what was kept (%1). %2</source>
        <translation>决定所指的文件与当初保存的不同（%1）。%2</translation>
    </message>
    <message>
        <source>A file of the workspace is damaged: %1 is not what was kept. Put it back from a copy of the workspace; lepton doctor names all that are damaged.</source>
        <translation>工作区的一个文件已损坏：%1 与当初保存的不同。请从工作区的副本中恢复它；lepton doctor 会列出所有损坏的文件。</translation>
    </message>
    <message>
        <source>It asks for a version that is not there, or for a promotion that is there already.</source>
        <translation>它请求的版本不存在，或该晋级已经存在。</translation>
    </message>
    <message>
        <source>Its number is out of its turn.</source>
        <translation>它的编号不按顺序。</translation>
    </message>
    <message>
        <source>It says that it is a rollback, and the version was never in production.</source>
        <translation>它自称是回滚，但该版本从未进入生产。</translation>
    </message>
    <message>
        <source>It names another object than that of the version.</source>
        <translation>它所写的对象不是该版本的对象。</translation>
    </message>
    <message>
        <source>It is held to another standard than the one in force.</source>
        <translation>它所依据的标准不是当时有效的标准。</translation>
    </message>
    <message>
        <source>Its evidence is not about this version and these gates.</source>
        <translation>它的证据与此版本和这些准入检查无关。</translation>
    </message>
    <message>
        <source>It is about a promotion that is not there.</source>
        <translation>它涉及的晋级不存在。</translation>
    </message>
    <message>
        <source>It fits another version, standard or evidence than those of the promotion.</source>
        <translation>它对应的版本、标准或证据与该晋级的不同。</translation>
    </message>
    <message>
        <source>%1 In the words of the program: “%2”</source>
        <comment>what is wrong, the same in English</comment>
        <translation>%1程序的英文原文：“%2”</translation>
    </message>
    <message>
        <source>Row %1 of the split column &quot;%2&quot; is empty. Write train, validation or test in each row.</source>
        <translation>划分列“%2”的第 %1 行为空。请在每一行填写 train、validation 或 test。</translation>
    </message>
    <message>
        <source>Row %1 of the split column &quot;%2&quot; holds %3, which names no part. Write train, validation or test in each row.</source>
        <translation>划分列“%2”的第 %1 行是 %3，不是任何部分的名称。请在每一行填写 train、validation 或 test。</translation>
    </message>
    <message>
        <source>The train part would be empty: of %1 rows, no class has three different texts. Import more rows, or split by a column.</source>
        <translation>训练部分会是空的：%1 行中没有一个类别有三条不同的文本。请导入更多行，或按列划分。</translation>
    </message>
    <message>
        <source>The validation part would be empty: of %1 rows, no class has three different texts. Import more rows, or split by a column.</source>
        <translation>验证部分会是空的：%1 行中没有一个类别有三条不同的文本。请导入更多行，或按列划分。</translation>
    </message>
    <message>
        <source>The test part would be empty: of %1 rows, no class has three different texts. Import more rows, or split by a column.</source>
        <translation>测试部分会是空的：%1 行中没有一个类别有三条不同的文本。请导入更多行，或按列划分。</translation>
    </message>
    <message>
        <source>The split column &quot;%1&quot; leaves the train part empty. Give some rows to it, or split by shares.</source>
        <translation>划分列“%1”使训练部分为空。请分给它一些行，或按比例划分。</translation>
    </message>
    <message>
        <source>The split column &quot;%1&quot; leaves the validation part empty. Give some rows to it, or split by shares.</source>
        <translation>划分列“%1”使验证部分为空。请分给它一些行，或按比例划分。</translation>
    </message>
    <message>
        <source>The split column &quot;%1&quot; leaves the test part empty. Give some rows to it, or split by shares.</source>
        <translation>划分列“%1”使测试部分为空。请分给它一些行，或按比例划分。</translation>
    </message>
    <message>
        <source>The training part has rows of one class only. A classifier learns from at least two; split in another way.</source>
        <translation>训练部分只有一个类别的行。分类器至少要从两个类别中学习，请换一种划分方式。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; has one class only, %2. A classifier tells at least two apart; choose another column.</source>
        <translation>“%1”列只有一个类别：%2。分类器至少要区分两个类别，请选择其他列。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; is empty, and the %2 takes %3. Choose another column.</source>
        <translation>“%1”列是空的，不能使用。请选择其他列。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; holds values of type %2, and the text takes a column of texts. Choose another column.</source>
        <translation>“%1”列的值是 %2 类型，而文本需要文本列。请选择其他列。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; holds values of type %2, and the label takes a column of texts, whole numbers or true and false. Choose another column.</source>
        <translation>“%1”列的值是 %2 类型，而标签需要文本、整数或真假值的列。请选择其他列。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; holds values of type %2, and the split takes a column with train, validation and test. Choose another column.</source>
        <translation>“%1”列的值是 %2 类型，而划分需要写有 train、validation 和 test 的列。请选择其他列。</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; is chosen twice. Text, label and split are columns of their own.</source>
        <translation>“%1”列被选了两次。文本、标签和划分要各用一列。</translation>
    </message>
    <message>
        <source>The data set has no rows. Choose another one.</source>
        <translation>该数据集没有行。请选择其他数据集。</translation>
    </message>
    <message>
        <source>No row has both a text in &quot;%1&quot; and a label in &quot;%2&quot;. Choose other columns.</source>
        <translation>没有一行同时在“%1”中有文本、在“%2”中有标签。请选择其他列。</translation>
    </message>
    <message>
        <source>There is no column &quot;%1&quot;. There are: %2.</source>
        <translation>没有名为“%1”的列。现有的列：%2。</translation>
    </message>
    <message>
        <source>The data set version is gone from the workspace. Choose another one.</source>
        <translation>该数据集版本已不在工作区中。请选择其他版本。</translation>
    </message>
    <message>
        <source>The base model is gone from the workspace. Choose another one.</source>
        <translation>该基础模型已不在工作区中。请选择其他模型。</translation>
    </message>
    <message>
        <source>Version %1 of the data set &quot;%2&quot; is gone from the workspace, so %3 cannot be trained on it. Import the data again and start a new run.</source>
        <translation>数据集“%2”的版本 %1 已不在工作区中，%3 无法用它训练。请重新导入数据并新建运行。</translation>
    </message>
    <message>
        <source>The base model &quot;%1&quot; is gone from the workspace. Import it again and start a new run.</source>
        <translation>基础模型“%1”已不在工作区中。请重新导入并新建运行。</translation>
    </message>
    <message>
        <source>The run is gone from the workspace.</source>
        <translation>该运行已不在工作区中。</translation>
    </message>
    <message>
        <source>The run is not there any more: it has been removed.</source>
        <translation>该运行已不存在：它已被删除。</translation>
    </message>
    <message>
        <source>%1 is in the trash. Restore it before it goes on.</source>
        <translation>%1 在回收站中。请先还原再继续。</translation>
    </message>
    <message>
        <source>%1 has no model: it is %2. A model is kept when a run completes.</source>
        <translation>%1 没有模型：运行完成时才会保留模型。</translation>
    </message>
    <message>
        <source>%1 has no report: it is %2. A run has one when it is complete.</source>
        <translation>%1 没有报告：运行完成后才有报告。</translation>
    </message>
    <message>
        <source>The part of the program that trains and predicts is missing: %1 does not exist. Install the program again.</source>
        <translation>程序中负责训练和预测的部分缺失：%1 不存在。请重新安装程序。</translation>
    </message>
    <message>
        <source>The part of the program that trains and predicts cannot be loaded from %1. Install the program again.</source>
        <translation>无法从 %1 加载程序中负责训练和预测的部分。请重新安装程序。</translation>
    </message>
    <message>
        <source>%1 is not the library of this program that trains and predicts. Install the program again.</source>
        <translation>%1 不是本程序用于训练和预测的库。请重新安装程序。</translation>
    </message>
    <message>
        <source>CUDA cannot be used: %1. Choose the CPU, or leave the choice to the program.</source>
        <translation>无法使用 CUDA：%1。请选择 CPU，或由程序自行选择。</translation>
    </message>
    <message>
        <source>%1 is being worked on already. Wait until it has ended.</source>
        <translation>%1 正在处理中。请等它结束。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is being worked on already, by a job that has not ended. Wait for it or stop it. If the program that ran it broke off on another computer, try again in a minute.</source>
        <translation>“%1”已有尚未结束的任务在处理。请等它结束或停止它。如果运行它的程序在另一台计算机上中断了，请一分钟后再试。</translation>
    </message>
    <message>
        <source>%1 is complete: there is nothing to go on with. Start a new run.</source>
        <translation>%1 已完成，没有可以继续的内容。请新建运行。</translation>
    </message>
    <message>
        <source>%1 is complete already.</source>
        <translation>%1 已经完成。</translation>
    </message>
    <message>
        <source>Only a member of the workspace can train. Ask an admin to enrol you.</source>
        <translation>只有工作区成员才能训练。请管理员将您加入。</translation>
    </message>
    <message>
        <source>max_length is %1, and &quot;%2&quot; takes at most %3 tokens. Set max_length to %4 or less.</source>
        <translation>最长文本设为 %1，而“%2”最多读取 %3 个词元。请将最长文本设为 %4 或更小。</translation>
    </message>
    <message>
        <source>The loss is no longer a number at step %1: the weights have run away. The model went back to good ones, %2. Start again with a lower learning rate (a tenth is a good first try), a longer warm-up, or clipping at a lower gradient norm.</source>
        <translation>第 %1 步损失不再是数值：权重已发散。模型已退回到好的权重：%2。请用更低的学习率（先试十分之一）、更长的预热或更低的梯度裁剪重新开始。</translation>
    </message>
    <message>
        <source>The gradient is no longer finite at step %1: the weights have run away. The model went back to good ones, %2. Start again with a lower learning rate (a tenth is a good first try), a longer warm-up, or clipping at a lower gradient norm.</source>
        <translation>第 %1 步梯度不再是有限值：权重已发散。模型已退回到好的权重：%2。请用更低的学习率（先试十分之一）、更长的预热或更低的梯度裁剪重新开始。</translation>
    </message>
    <message>
        <source>The model&apos;s answers to the validation rows are no longer numbers at step %1: the weights have run away. The model went back to good ones, %2. Start again with a lower learning rate (a tenth is a good first try), a longer warm-up, or clipping at a lower gradient norm.</source>
        <translation>第 %1 步模型对验证行的输出不再是数值：权重已发散。模型已退回到好的权重：%2。请用更低的学习率（先试十分之一）、更长的预热或更低的梯度裁剪重新开始。</translation>
    </message>
    <message>
        <source>The memory of %1 is not enough at a batch of %2 rows of up to %3 tokens. Halve batch_size and double gradient_accumulation, which trains the same, or lower max_length.</source>
        <translation>%1 的内存不足以处理 %2 行、最多 %3 个词元的一批。请将批大小减半并将梯度累积加倍（训练效果相同），或缩短最长文本。</translation>
    </message>
    <message>
        <source>The memory of %1 is not enough. Halve batch_size and double gradient_accumulation, which trains the same, or lower max_length.</source>
        <translation>%1 的内存不足。请将批大小减半并将梯度累积加倍（训练效果相同），或缩短最长文本。</translation>
    </message>
    <message>
        <source>The memory of %1 is not enough for this model. Choose a smaller one.</source>
        <translation>%1 的内存不足以容纳该模型。请选择更小的模型。</translation>
    </message>
    <message>
        <source>The loss is no longer a number at step 1, before anything was learnt: weights of the base model are not finite or far too large. Import another copy of it.</source>
        <translation>第 1 步损失就不是数值，此时还什么都没学：基础模型的权重不是有限值，或过大。请重新导入一份。</translation>
    </message>
    <message>
        <source>The gradient is no longer finite at step 1, before anything was learnt: weights of the base model are not finite or far too large. Import another copy of it.</source>
        <translation>第 1 步梯度就不是有限值，此时还什么都没学：基础模型的权重不是有限值，或过大。请重新导入一份。</translation>
    </message>
    <message>
        <source>The checkpoint %1 belongs to another training: its %2 is another one.</source>
        <translation>检查点 %1 属于另一次训练：其 %2 不同。</translation>
    </message>
    <message>
        <source>The checkpoint %1 belongs to a training on other rows, or on rows in another order.</source>
        <translation>检查点 %1 属于使用其他行或不同行序的训练。</translation>
    </message>
    <message>
        <source>Cannot freeze %1 layers of a model that has %2.</source>
        <translation>模型只有 %2 层，无法冻结 %1 层。</translation>
    </message>
    <message>
        <source>There are no rows to train on.</source>
        <translation>没有可用于训练的行。</translation>
    </message>
    <message>
        <source>The training library failed: %1</source>
        <translation>训练库报错，原文为：“%1”</translation>
    </message>
    <message>
        <source>notice: %1</source>
        <translation>提示：%1</translation>
    </message>
    <message>
        <source>1 row has no text and is left out.</source>
        <translation>1 行没有文本，已略过。</translation>
    </message>
    <message>
        <source>%1 rows have no text and are left out.</source>
        <translation>%1 行没有文本，已略过。</translation>
    </message>
    <message>
        <source>1 row has a text but no label and is left out.</source>
        <translation>1 行有文本但没有标签，已略过。</translation>
    </message>
    <message>
        <source>%1 rows have a text but no label and are left out.</source>
        <translation>%1 行有文本但没有标签，已略过。</translation>
    </message>
    <message>
        <source>1 class has fewer than three different texts and is in the training part alone: %1.</source>
        <translation>1 个类别的不同文本少于三条，只放在训练部分：%1。</translation>
    </message>
    <message>
        <source>%1 classes have fewer than three different texts and are in the training part alone: %2.</source>
        <translation>%1 个类别的不同文本少于三条，只放在训练部分：%2。</translation>
    </message>
    <message>
        <source>1 class has no row to learn from: %1.</source>
        <translation>1 个类别没有可供学习的行：%1。</translation>
    </message>
    <message>
        <source>%1 classes have no row to learn from: %2.</source>
        <translation>%1 个类别没有可供学习的行：%2。</translation>
    </message>
    <message>
        <source>These labels differ by case or blanks alone and are taken as different classes: %1; so are %2 more groups.</source>
        <translation>这些标签只有大小写或空格不同，被当作不同的类别：%1；另外还有 %2 组。</translation>
    </message>
    <message>
        <source>These labels differ by case or blanks alone and are taken as different classes: %1; so are 1 more group.</source>
        <translation>这些标签只有大小写或空格不同，被当作不同的类别：%1；另外还有 1 组。</translation>
    </message>
    <message>
        <source>These labels differ by case or blanks alone and are taken as different classes: %1.</source>
        <translation>这些标签只有大小写或空格不同，被当作不同的类别：%1。</translation>
    </message>
    <message>
        <source>1 text stands with more than one label.</source>
        <translation>1 条文本有多个标签。</translation>
    </message>
    <message>
        <source>%1 texts stand with more than one label.</source>
        <translation>%1 条文本有多个标签。</translation>
    </message>
    <message>
        <source>1 row of validation and test stand in another part, too, by the column &quot;%1&quot;: scores are better than they should be.</source>
        <translation>按“%1”列划分时，验证和测试部分有 1 行也出现在其他部分：分数会虚高。</translation>
    </message>
    <message>
        <source>%1 rows of validation and test stand in another part, too, by the column &quot;%2&quot;: scores are better than they should be.</source>
        <translation>按“%2”列划分时，验证和测试部分有 %1 行也出现在其他部分：分数会虚高。</translation>
    </message>
    <message>
        <source>A batch of %1 rows is more than the training part has; all of its 1 row makes one batch.</source>
        <translation>一批 %1 行超过了训练部分的行数；其 1 行构成一批。</translation>
    </message>
    <message>
        <source>A batch of %1 rows is more than the training part has; all of its %2 rows make one batch.</source>
        <translation>一批 %1 行超过了训练部分的行数；其全部 %2 行构成一批。</translation>
    </message>
    <message>
        <source>A step accumulates %1 batches, and an epoch has %2; each epoch makes one step.</source>
        <translation>每步累积 %1 批，而每轮只有 %2 批；每轮为一步。</translation>
    </message>
    <message>
        <source>%1 rows of %2: %3 to train on, %4 for validation, %5 for the test</source>
        <translation>%2 的 %1 行：%3 行用于训练，%4 行用于验证，%5 行用于测试</translation>
    </message>
    <message>
        <source>going on from the checkpoint at step %1</source>
        <translation>从第 %1 步的检查点继续</translation>
    </message>
    <message>
        <source>there is no checkpoint: %1 begins again at step 0</source>
        <translation>没有检查点：%1 从第 0 步重新开始</translation>
    </message>
    <message>
        <source>the last metrics could not be saved: %1</source>
        <translation>最后的指标未能保存：%1</translation>
    </message>
    <message>
        <source>The CPU in %1, as asked; %2.</source>
        <translation>按要求使用 CPU（%1）；%2。</translation>
    </message>
    <message>
        <source>The CPU in %1, as asked.</source>
        <translation>按要求使用 CPU（%1）。</translation>
    </message>
    <message>
        <source>The CPU in %1: %2; %3.</source>
        <translation>使用 CPU（%1）：%2；%3。</translation>
    </message>
    <message>
        <source>The CPU in %1: %2.</source>
        <translation>使用 CPU（%1）：%2。</translation>
    </message>
    <message>
        <source>%1 in %2, as asked; its compute capability %3 multiplies bf16 in hardware.</source>
        <translation>按要求使用 %1（%2）；其计算能力 %3 支持硬件 bf16 乘法。</translation>
    </message>
    <message>
        <source>%1 in %2, as asked; its compute capability %3 has no bf16.</source>
        <translation>按要求使用 %1（%2）；其计算能力 %3 不支持 bf16。</translation>
    </message>
    <message>
        <source>%1 in %2, as asked.</source>
        <translation>按要求使用 %1（%2）。</translation>
    </message>
    <message>
        <source>%1 in %2: CUDA works here; its compute capability %3 multiplies bf16 in hardware.</source>
        <translation>使用 %1（%2）：CUDA 可用；其计算能力 %3 支持硬件 bf16 乘法。</translation>
    </message>
    <message>
        <source>%1 in %2: CUDA works here; its compute capability %3 has no bf16.</source>
        <translation>使用 %1（%2）：CUDA 可用；其计算能力 %3 不支持 bf16。</translation>
    </message>
    <message>
        <source>%1 in %2: CUDA works here.</source>
        <translation>使用 %1（%2）：CUDA 可用。</translation>
    </message>
    <message>
        <source>The checkpoint was written by the build %1, and goes on with %2: the numbers will not be equal to the last bit.</source>
        <translation>检查点由版本 %1 写入，现由 %2 继续：数值不会逐位相同。</translation>
    </message>
    <message>
        <source>The checkpoint was written with this number of threads: %1, and goes on with %2: the numbers will not be equal to the last bit.</source>
        <translation>检查点以 %1 个线程写入，现以 %2 个线程继续：数值不会逐位相同。</translation>
    </message>
    <message>
        <source>The checkpoint was written with %1, and goes on with %2: the numbers will not be equal to the last bit.</source>
        <translation>检查点用 %1 写入，现用 %2 继续：数值不会逐位相同。</translation>
    </message>
    <message>
        <source>The checkpoint was written on the processor %1, and goes on with %2: the numbers will not be equal to the last bit.</source>
        <translation>检查点在处理器 %1 上写入，现在 %2 上继续：数值不会逐位相同。</translation>
    </message>
    <message>
        <source>The checkpoint was written on the device %1, and goes on with %2: the numbers will not be equal to the last bit.</source>
        <translation>检查点在设备 %1 上写入，现在 %2 上继续：数值不会逐位相同。</translation>
    </message>
    <message>
        <source>The checkpoint was written in %1, and goes on with %2: the numbers will not be equal to the last bit.</source>
        <translation>检查点以 %1 精度写入，现以 %2 继续：数值不会逐位相同。</translation>
    </message>
    <message>
        <source>the best so far, those of step %1</source>
        <translation>迄今最佳的第 %1 步权重</translation>
    </message>
    <message>
        <source>those of the checkpoint at step %1</source>
        <translation>第 %1 步检查点的权重</translation>
    </message>
    <message>
        <source>those of the base model</source>
        <translation>基础模型的权重</translation>
    </message>
    <message>
        <source>there is no NVIDIA driver on this machine</source>
        <translation>这台计算机上没有 NVIDIA 驱动</translation>
    </message>
    <message>
        <source>LibTorch&apos;s CUDA libraries cannot be loaded here (%1)</source>
        <translation>无法在此加载 LibTorch 的 CUDA 库（%1）</translation>
    </message>
    <message>
        <source>CUDA finds no device that it can use</source>
        <translation>CUDA 找不到可用的设备</translation>
    </message>
    <message>
        <source>the driver names no CUDA device</source>
        <translation>驱动没有报告 CUDA 设备</translation>
    </message>
    <message>
        <source>the processor multiplies bf16 in hardware</source>
        <translation>处理器支持硬件 bf16 乘法</translation>
    </message>
    <message>
        <source>the processor has no instructions for bf16 (AVX512-BF16, AMX), so this takes many times as long as float32</source>
        <translation>处理器没有 bf16 指令（AVX512-BF16、AMX），用时会是 float32 的许多倍</translation>
    </message>
    <message>
        <source>The class weight of %1 takes %2, and this is %3. Change it in the recipe.</source>
        <translation>类别 %1 的权重应为：%2；这里写的是：%3。请在配方中修改。</translation>
    </message>
    <message>
        <source>%1 takes %2, and this is %3. Change it in the recipe.</source>
        <translation>%1 的取值应为：%2；这里写的是：%3。请在配方中修改。</translation>
    </message>
    <message>
        <source>%1 takes the id of one, and this is none.</source>
        <translation>%1 需要一个标识，而这里写的不是。</translation>
    </message>
    <message>
        <source>%1 takes the name of a column, and this is none.</source>
        <translation>%1 需要一个列名，而这里写的不是。</translation>
    </message>
    <message>
        <source>A recipe has no key &quot;%1&quot;. Did you mean %2?</source>
        <translation>配方中没有“%1”这一项。是否应为 %2？</translation>
    </message>
    <message>
        <source>A recipe has no key &quot;%1&quot;. There are: %2.</source>
        <translation>配方中没有“%1”这一项。可用的有：%2。</translation>
    </message>
    <message>
        <source>class_weights names the label &quot;%1&quot;, which the data does not have. Did you mean &quot;%2&quot;?</source>
        <translation>class_weights 中写有标签“%1”，而数据中没有它。是否应为“%2”？</translation>
    </message>
    <message>
        <source>class_weights names the label &quot;%1&quot;, which the data does not have. Leave it out of the recipe.</source>
        <translation>class_weights 中写有标签“%1”，而数据中没有它。请从配方中去掉。</translation>
    </message>
    <message>
        <source>class_weights has two weights for &quot;%1&quot;.</source>
        <translation>class_weights 为“%1”写了两个权重。</translation>
    </message>
    <message>
        <source>The recipe has the key &quot;%1&quot; twice in one object. Take one of them out.</source>
        <translation>配方的同一个对象中“%1”出现了两次。请去掉其中一个。</translation>
    </message>
    <message>
        <source>A recipe is a JSON object with a value for each key, such as {&quot;epochs&quot;: 3}. This is something else.</source>
        <translation>配方是一个 JSON 对象，每一项都有一个值，例如 {&quot;epochs&quot;: 3}。这里是别的内容。</translation>
    </message>
    <message>
        <source>The recipe is of another version than %1, which this program reads. Open it with the program that wrote it.</source>
        <translation>配方的版本不是本程序能读取的 %1。请用写出它的程序打开。</translation>
    </message>
    <message>
        <source>The recipe is empty. Write at least {}, which has all defaults.</source>
        <translation>配方是空的。至少应写 {}，其余都取默认值。</translation>
    </message>
    <message>
        <source>The recipe is no JSON: line %1 has something that does not belong there. Correct it and try again.</source>
        <translation>配方不是 JSON：第 %1 行有不该出现的内容。请改正后重试。</translation>
    </message>
    <message>
        <source>The recipe holds a number that is too large. Correct it and try again.</source>
        <translation>配方中有一个数过大。请改正后重试。</translation>
    </message>
    <message>
        <source>A value of the recipe is not UTF-8.</source>
        <translation>配方中有一个值不是 UTF-8 编码。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; sets nothing. Write key=value, such as epochs=3.</source>
        <translation>“%1”没有设置任何内容。请写成“项=值”，例如 epochs=3。</translation>
    </message>
    <message>
        <source>split_train, split_validation and split_test are %1, %2 and %3, which do not add up to 1. Change one of them.</source>
        <translation>split_train、split_validation 和 split_test 分别为 %1、%2 和 %3，相加不等于 1。请修改其中一个。</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 到 %2 之间的整数</translation>
    </message>
    <message>
        <source>a number above 0</source>
        <translation>大于 0 的数</translation>
    </message>
    <message>
        <source>0 or a number above it</source>
        <translation>0 或更大的数</translation>
    </message>
    <message>
        <source>a number from 0 to 1</source>
        <translation>0 到 1 之间的数</translation>
    </message>
    <message>
        <source>a number from 0 to less than 1</source>
        <translation>不小于 0 且小于 1 的数</translation>
    </message>
    <message>
        <source>a number from 0 to less than 1, or model</source>
        <translation>不小于 0 且小于 1 的数，或 model</translation>
    </message>
    <message>
        <source>a number between 0 and 1</source>
        <translation>大于 0 且小于 1 的数</translation>
    </message>
    <message>
        <source>none, balanced or a weight for each label</source>
        <translation>none、balanced 或每个标签的权重</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 或 %2</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>一个对象</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>一个列表</translation>
    </message>
</context>
<context>
    <name>DatasetActions</name>
    <message>
        <source>Choose files to import</source>
        <translation>选择要导入的文件</translation>
    </message>
    <message>
        <source>Choose the file of the new version</source>
        <translation>选择新版本的文件</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.jsonl *.ndjson *.parquet *.gz *.zst)</source>
        <translation>表格 (*.csv *.tsv *.txt *.jsonl *.ndjson *.parquet *.gz *.zst)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 is being imported</source>
        <comment>name of a data set</comment>
        <translation>正在导入 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are being imported</source>
        <translation>
            <numerusform>正在导入 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 rows written</source>
        <comment>file, number of rows</comment>
        <translation>%1：已写入 %2 行</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
</context>
<context>
    <name>DatasetText</name>
    <message>
        <source>Public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>受限</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>empty</source>
        <comment>type of a column</comment>
        <translation>空</translation>
    </message>
    <message>
        <source>yes/no</source>
        <comment>type of a column</comment>
        <translation>是/否</translation>
    </message>
    <message>
        <source>integer</source>
        <comment>type of a column</comment>
        <translation>整数</translation>
    </message>
    <message>
        <source>number</source>
        <comment>type of a column</comment>
        <translation>数值</translation>
    </message>
    <message>
        <source>decimal</source>
        <comment>type of a column</comment>
        <translation>定点小数</translation>
    </message>
    <message>
        <source>category</source>
        <comment>type of a column</comment>
        <translation>类别</translation>
    </message>
    <message>
        <source>text</source>
        <comment>type of a column</comment>
        <translation>文本</translation>
    </message>
    <message>
        <source>date</source>
        <comment>type of a column</comment>
        <translation>日期</translation>
    </message>
    <message>
        <source>time</source>
        <comment>type of a column</comment>
        <translation>时间</translation>
    </message>
    <message>
        <source>date and time</source>
        <comment>type of a column</comment>
        <translation>日期时间</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share in percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&lt; %1 %</source>
        <comment>a share in percent</comment>
        <translation>&lt; %1 %</translation>
    </message>
    <message>
        <source>&gt; %1 %</source>
        <comment>a share in percent</comment>
        <translation>&gt; %1 %</translation>
    </message>
    <message>
        <source>no values</source>
        <translation>没有值</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>the first and the last day</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 / %2 / %3</source>
        <comment>minimum, median, maximum</comment>
        <translation>%1 / %2 / %3</translation>
    </message>
    <message>
        <source>median length %1</source>
        <translation>长度中位数 %1</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>tab</source>
        <comment>the character</comment>
        <translation>制表符</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation>竖线</translation>
    </message>
</context>
<context>
    <name>FailureSources</name>
    <message>
        <source>%1 on %2 failed</source>
        <comment>run, data set</comment>
        <translation>%2 上的 %1 失败</translation>
    </message>
    <message>
        <source>%1 on %2 was stopped before its end</source>
        <comment>run, data set</comment>
        <translation>%2 上的 %1 提前停止</translation>
    </message>
    <message>
        <source>See why</source>
        <translation>查看原因</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Step %1 is saved and can be resumed.</source>
        <translation>已保存到第 %1 步，可以从那里继续。</translation>
    </message>
    <message>
        <source>“%1” failed</source>
        <comment>title of a job</comment>
        <translation>“%1”失败</translation>
    </message>
    <message>
        <source>“%1” was interrupted</source>
        <comment>title of a job</comment>
        <translation>“%1”被中断</translation>
    </message>
    <message>
        <source>The program ended before the job did.</source>
        <translation>程序在任务完成之前结束了。</translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>重新导入</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Importing %1 as a new version of %2 failed</source>
        <comment>file, data set</comment>
        <translation>将 %1 导入为 %2 的新版本失败</translation>
    </message>
    <message>
        <source>Importing %1 as a new version of %2 was interrupted</source>
        <comment>file, data set</comment>
        <translation>将 %1 导入为 %2 的新版本时被中断</translation>
    </message>
    <message>
        <source>Importing %1 as %2 failed</source>
        <comment>file, data set</comment>
        <translation>将 %1 导入为 %2 失败</translation>
    </message>
    <message>
        <source>Importing %1 as %2 was interrupted</source>
        <comment>file, data set</comment>
        <translation>将 %1 导入为 %2 时被中断</translation>
    </message>
    <message>
        <source>Importing the base model %1 failed</source>
        <translation>导入基础模型 %1 失败</translation>
    </message>
    <message>
        <source>Importing the base model %1 was interrupted</source>
        <translation>导入基础模型 %1 时被中断</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>There is no checkpoint: it begins again at step 0.</source>
        <translation>没有检查点：将从第 0 步重新开始。</translation>
    </message>
</context>
<context>
    <name>LowerRates</name>
    <message>
        <source>The rate %1 is far above what fine-tuning takes; %2 is the usual one.</source>
        <comment>learning rates</comment>
        <translation>学习率 %1 远高于微调所需；通常为 %2。</translation>
    </message>
    <message>
        <source>It ran away in the first steps, so the rate %1 is too high by far: try a tenth of it.</source>
        <translation>最初几步就已发散，说明学习率 %1 高出太多：请试其十分之一。</translation>
    </message>
    <message>
        <source>The loss had risen above where it began, so the rate %1 is too high by far: try a tenth of it.</source>
        <translation>损失已升到比开始时还高，说明学习率 %1 高出太多：请试其十分之一。</translation>
    </message>
    <message>
        <source>It learnt for %1 steps before, so the rate %2 is a little too high: try half of it.</source>
        <comment>steps, learning rate</comment>
        <translation>此前已学习了 %1 步，说明学习率 %2 略高：请试其一半。</translation>
    </message>
</context>
<context>
    <name>MachineFacts</name>
    <message numerus="yes">
        <source>%1, %Ln thread(s)</source>
        <comment>graphics card and processor</comment>
        <translation>
            <numerusform>%1，%Ln 线程</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CPU, %Ln thread(s)</source>
        <translation>
            <numerusform>CPU，%Ln 线程</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelText</name>
    <message>
        <source>%1 v%2</source>
        <comment>model and number of its version</comment>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>v%1</source>
        <translation>v%1</translation>
    </message>
    <message>
        <source>None</source>
        <comment>stage</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>预发布</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>stage before and after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Lowest class F1</source>
        <translation>最低类别 F1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>at most %1 below production</source>
        <translation>至多低于生产 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a metric and its bound</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln test row(s)</source>
        <translation>
            <numerusform>至少 %Ln 个测试行</numerusform>
        </translation>
    </message>
    <message>
        <source>No test row in training</source>
        <translation>训练中没有测试行</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln test row(s) in training</source>
        <translation>
            <numerusform>训练中至多 %Ln 个测试行</numerusform>
        </translation>
    </message>
    <message>
        <source>Run can be repeated</source>
        <translation>运行可重复</translation>
    </message>
    <message>
        <source>analyst</source>
        <translation>分析员</translation>
    </message>
    <message>
        <source>engineer</source>
        <translation>工程师</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the roles of a member</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>you, %1, key %2</source>
        <comment>roles, begin of a key</comment>
        <translation>您，%1，密钥 %2</translation>
    </message>
    <message>
        <source>%1, key %2</source>
        <comment>roles, begin of a key</comment>
        <translation>%1，密钥 %2</translation>
    </message>
    <message>
        <source>You asked, so another must review</source>
        <translation>由您提出，须由他人审核</translation>
    </message>
    <message>
        <source>You signed; %1 of %2 signatures</source>
        <translation>您已签署；%2 个签名中已有 %1 个</translation>
    </message>
    <message>
        <source>%1, %2 of %3 signed</source>
        <comment>who asked, signatures</comment>
        <translation>%1，已签 %2/%3</translation>
    </message>
    <message>
        <source>Text classification</source>
        <translation>文本分类</translation>
    </message>
    <message>
        <source>Files are being compared with their hashes</source>
        <translation>正在将文件与其哈希比对</translation>
    </message>
    <message>
        <source>Test rows are being scored</source>
        <translation>正在为测试行评分</translation>
    </message>
    <message>
        <source>Data is being read</source>
        <translation>正在读取数据</translation>
    </message>
    <message>
        <source>Files are being copied</source>
        <translation>正在复制文件</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <comment>what is done and how far</comment>
        <translation>%1，%2 %</translation>
    </message>
    <message>
        <source>at least v%2 − %1</source>
        <comment>a figure, the version in production</comment>
        <translation>至少为 v%2 − %1</translation>
    </message>
    <message>
        <source>The log of all decisions is being proven</source>
        <translation>正在验证所有决定的日志</translation>
    </message>
</context>
<context>
    <name>NewRunChoices</name>
    <message>
        <source>v%1, latest</source>
        <translation>v%1，最新</translation>
    </message>
    <message>
        <source>v%1</source>
        <translation>v%1</translation>
    </message>
    <message>
        <source>By shares</source>
        <translation>按比例</translation>
    </message>
    <message>
        <source>By column %1</source>
        <translation>按列 %1</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>median length %1 characters</source>
        <translation>长度中位数 %1 字符</translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln 个类别</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageActions</name>
    <message>
        <source>%1: %2</source>
        <comment>a button and what its menu offers</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Activity</source>
        <translation>动态</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>Import base model</source>
        <translation>导入基础模型</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Register model</source>
        <translation>注册模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
</context>
<context>
    <name>ReadingText</name>
    <message>
        <source>%1: %2</source>
        <comment>place of a row, what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2, “%3”</source>
        <comment>place of a row, what is wrong, what the row holds</comment>
        <translation>%1：%2，“%3”</translation>
    </message>
    <message>
        <source>The file has no byte order mark; it was read as %1.</source>
        <translation>文件没有字节顺序标记；已按 %1 读取。</translation>
    </message>
    <message>
        <source>The text is not UTF-8; it was read as %1. Choose another encoding if words look wrong.</source>
        <translation>文本不是 UTF-8；已按 %1 读取。如果文字看起来不对，请选择其他编码。</translation>
    </message>
    <message>
        <source>Column %1 has no name in the file; it is called “%2”.</source>
        <translation>第 %1 列在文件中没有名称；已命名为“%2”。</translation>
    </message>
    <message>
        <source>Column %1 is the second one called “%2”; it was renamed to “%3”.</source>
        <translation>第 %1 列与前面的“%2”同名；已重命名为“%3”。</translation>
    </message>
    <message>
        <source>In column “%1” the comma was read as the decimal mark: 1,5 is one and a half.</source>
        <translation>“%1”列中的逗号按小数点读取：1,5 即一点五。</translation>
    </message>
    <message>
        <source>Every line ends in a delimiter; the empty column %1 that this makes was left out.</source>
        <translation>每行都以分隔符结尾；由此产生的空列（第 %1 列）已略去。</translation>
    </message>
    <message numerus="yes">
        <source>In column “%1”, %Ln cell(s) hold a word for a missing value (such as NA) and were taken as missing.</source>
        <translation>
            <numerusform>“%1”列中有 %Ln 个单元格写着表示缺失的词（如 NA），已作为缺失值。</numerusform>
        </translation>
    </message>
    <message>
        <source>The column “%1” holds nested values (%2); they are kept as JSON text.</source>
        <translation>“%1”列包含嵌套的值（%2）；已保存为 JSON 文本。</translation>
    </message>
</context>
<context>
    <name>RecipeFields</name>
    <message numerus="yes">
        <source>replaced: it ends after %Ln step(s)</source>
        <translation>
            <numerusform>不生效：%Ln 步后结束</numerusform>
        </translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>texts a step</source>
        <translation>每步的文本数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>usual for BERT: 1e-5 to 5e-5</source>
        <translation>BERT 常用 1e-5 到 5e-5</translation>
    </message>
    <message>
        <source>Longest text</source>
        <translation>最长文本</translation>
    </message>
    <message>
        <source>tokens; what is longer is cut</source>
        <translation>词元数，超出部分会被截断</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>of all steps</source>
        <translation>占全部步数</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>类别权重</translation>
    </message>
    <message>
        <source>None</source>
        <comment>class weights</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Balanced</source>
        <comment>class weights</comment>
        <translation>平衡</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>after so many evaluations without gain</source>
        <translation>连续这么多次评估没有提高后</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>early stopping</comment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Choose the best by</source>
        <translation>按此选最佳</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>same seed, same run</source>
        <translation>种子相同，结果相同</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Most steps</source>
        <translation>最多步数</translation>
    </message>
    <message>
        <source>replaces the epochs</source>
        <translation>代替轮数</translation>
    </message>
    <message>
        <source>By epochs</source>
        <translation>按轮数</translation>
    </message>
    <message>
        <source>Batches a step</source>
        <translation>每步的批数</translation>
    </message>
    <message>
        <source>more saves memory</source>
        <translation>更多可省内存</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Clip gradients at</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>0: not clipped</source>
        <translation>0 表示不裁剪</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>As in the model</source>
        <translation>与模型相同</translation>
    </message>
    <message>
        <source>Frozen layers</source>
        <translation>冻结层数</translation>
    </message>
    <message>
        <source>from the bottom</source>
        <translation>从底部算起</translation>
    </message>
    <message>
        <source>None</source>
        <comment>frozen layers</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>评估间隔</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Once an epoch</source>
        <translation>每轮一次</translation>
    </message>
    <message>
        <source>Save every</source>
        <translation>保存间隔</translation>
    </message>
    <message>
        <source>On pause only</source>
        <translation>仅在暂停时</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>全部核心</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>on validation; of equal scores the earliest</source>
        <translation>以验证部分为准；相等时取最早的</translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message>
        <source>%1 %</source>
        <comment>percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 and others mistaken</source>
        <comment>wrong rows of a class, or taken for it</comment>
        <translation>%1 与其他类别的混淆</translation>
    </message>
    <message>
        <source>%1, read right</source>
        <comment>a class</comment>
        <translation>%1，判断正确</translation>
    </message>
    <message>
        <source>%1 read as %2</source>
        <comment>true class, predicted class</comment>
        <translation>%1 被判为 %2</translation>
    </message>
    <message>
        <source>Wrong if %1 began at %2</source>
        <comment>class, probability</comment>
        <translation>若 %1 以 %2 为阈值则判错的行</translation>
    </message>
    <message>
        <source>Wrong at a confidence of %1 to %2</source>
        <comment>probabilities</comment>
        <translation>置信度 %1 至 %2 中判错的行</translation>
    </message>
    <message>
        <source>Mispredicted</source>
        <translation>判错的行</translation>
    </message>
    <message>
        <source>No change is shown: no earlier run on %1 is complete.</source>
        <comment>data set and version</comment>
        <translation>未显示变化：%1 上没有更早完成的运行。</translation>
    </message>
    <message>
        <source>No change is shown: no earlier run is chosen that was tested on the same rows.</source>
        <translation>未显示变化：没有选择在相同行上测试过的更早运行。</translation>
    </message>
    <message numerus="yes">
        <source>Changes are against %1, on the same %Ln test row(s).</source>
        <translation>
            <numerusform>变化是与 %1 相比，测试行相同，共 %Ln 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>No change is shown: %1 was tested on other rows.</source>
        <comment>a run</comment>
        <translation>未显示变化：%1 在其他行上测试。</translation>
    </message>
    <message>
        <source>No change is shown: %1 was tested with other labels.</source>
        <comment>a run</comment>
        <translation>未显示变化：%1 用其他标签测试。</translation>
    </message>
</context>
<context>
    <name>ReviewText</name>
    <message>
        <source>%1: “%2”</source>
        <comment>who asks, reason</comment>
        <translation>%1：“%2”</translation>
    </message>
    <message>
        <source>%1 The gate %2 failed</source>
        <comment>request, name of a gate</comment>
        <translation>%1 未通过“%2”</translation>
    </message>
    <message>
        <source>%1 Approved by %2</source>
        <comment>request, people</comment>
        <translation>%1 已由 %2 批准</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between people</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Review the way back to %1 in %2</source>
        <comment>version of a model, stage</comment>
        <translation>审核回退到%2中的 %1</translation>
    </message>
    <message>
        <source>Review %1 for %2</source>
        <comment>version of a model, stage</comment>
        <translation>审核 %1 进入%2</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>%1 v%2</source>
        <comment>model and version</comment>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>production</source>
        <comment>a stage</comment>
        <translation>生产</translation>
    </message>
    <message>
        <source>staging</source>
        <comment>a stage</comment>
        <translation>预发布</translation>
    </message>
    <message>
        <source>Cannot be approved: the gate %1 failed</source>
        <comment>name of a gate</comment>
        <translation>无法批准：未通过“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Has %1 of %Ln approval(s)</source>
        <comment>number there are, number needed</comment>
        <translation>
            <numerusform>已有 %1 个批准，需要 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>审核</translation>
    </message>
</context>
<context>
    <name>RightsGate</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>RoleText</name>
    <message>
        <source>analyst</source>
        <translation>分析师</translation>
    </message>
    <message>
        <source>engineer</source>
        <translation>工程师</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between roles</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Reads what is shared, asks, comments, and uses models.</source>
        <translation>读取共享的内容、提问、评论、使用模型。</translation>
    </message>
    <message>
        <source>Also imports, trains, registers models, and asks for promotions.</source>
        <translation>还可以导入、训练、注册模型、申请晋级。</translation>
    </message>
    <message>
        <source>Also approves and rejects promotions that others ask for.</source>
        <translation>还可以批准和驳回他人的晋级申请。</translation>
    </message>
    <message>
        <source>All of these, and members and standards.</source>
        <translation>以上全部，并管理成员和标准。</translation>
    </message>
</context>
<context>
    <name>RunBanners</name>
    <message>
        <source>Another window or command runs it: it goes on from there.</source>
        <translation>它由另一个窗口或命令运行：请在那里继续。</translation>
    </message>
    <message>
        <source>Another window or command runs it: it is paused and stopped there.</source>
        <translation>它由另一个窗口或命令运行：请在那里暂停或停止。</translation>
    </message>
    <message>
        <source>Resume goes on from the checkpoint at step %1.</source>
        <translation>“恢复”将从第 %1 步的检查点继续。</translation>
    </message>
    <message>
        <source>There is no checkpoint: it begins again at step 0.</source>
        <translation>没有检查点：将从第 0 步重新开始。</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Failed before the first step.</source>
        <translation>在第一步之前失败。</translation>
    </message>
    <message>
        <source>The computer was at fault, not the run.</source>
        <translation>问题在计算机，不在运行本身。</translation>
    </message>
    <message>
        <source>Start a new run with other settings or data.</source>
        <translation>请更换设置或数据后新建运行。</translation>
    </message>
    <message>
        <source>Stopped before its end.</source>
        <translation>提前停止。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>已暂停。</translation>
    </message>
    <message>
        <source>A checkpoint is saved and the computer is free. Continue goes on from here.</source>
        <translation>检查点已保存，计算机已空闲。“继续”将从此处接着运行。</translation>
    </message>
    <message>
        <source>Resume from step %1</source>
        <translation>从第 %1 步恢复</translation>
    </message>
    <message>
        <source>New run from this one</source>
        <translation>以此新建运行</translation>
    </message>
    <message>
        <source>Try with half the batch</source>
        <translation>以一半批大小重试</translation>
    </message>
    <message>
        <source>Try with the rate %1</source>
        <comment>a lower learning rate</comment>
        <translation>以学习率 %1 重试</translation>
    </message>
    <message>
        <source>Half the batch with twice the accumulation makes the same steps in less memory.</source>
        <translation>批大小减半、梯度累积加倍，步骤不变而占用内存更少。</translation>
    </message>
    <message>
        <source>A shorter longest text takes less memory.</source>
        <translation>缩短最长文本可减少内存占用。</translation>
    </message>
    <message>
        <source>%1 is in the trash.</source>
        <translation>%1 在回收站中。</translation>
    </message>
    <message>
        <source>%1 someone put it there. The list of runs can restore it.</source>
        <comment>when</comment>
        <translation>于%1移入。可在运行列表中恢复。</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>所有运行</translation>
    </message>
    <message>
        <source>Failed after step %1.</source>
        <translation>在第 %1 步之后失败。</translation>
    </message>
    <message>
        <source>The weights ran away: the loss or its gradient is no longer a finite number.</source>
        <translation>权重已发散：损失或其梯度不再是有限数值。</translation>
    </message>
    <message>
        <source>The rate %1 is low already: a longer warm-up or a lower limit of the gradient norm may help, or another base model.</source>
        <comment>learning rate</comment>
        <translation>学习率 %1 已经很低：更长的预热、更低的梯度范数上限或换一个基础模型可能有帮助。</translation>
    </message>
</context>
<context>
    <name>RunFacts</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Train rows</source>
        <translation>训练行数</translation>
    </message>
    <message>
        <source>Validate, test</source>
        <translation>验证、测试</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>rows</comment>
        <translation>%1 和 %2</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>%1, batch %2</source>
        <comment>epochs or steps, texts a batch</comment>
        <translation>%1，批 %2</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>AdamW, decay %1</source>
        <translation>AdamW，衰减 %1</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>%1, %2 % warm-up</source>
        <comment>learning rate, percent</comment>
        <translation>%1，预热 %2 %</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Longest text</source>
        <translation>最长文本</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message numerus="yes">
        <source>CPU, %Ln thread(s), %1</source>
        <comment>precision</comment>
        <translation>
            <numerusform>CPU，%Ln 线程，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>graphics card, precision</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>库</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Data hash</source>
        <translation>数据哈希</translation>
    </message>
    <message>
        <source>Model hash</source>
        <translation>模型哈希</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>发起人</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, when</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Of this program, with all that it does.</source>
        <translation>整个程序的占用。</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>sizes</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln core(s)</source>
        <comment>busy ones</comment>
        <translation>
            <numerusform>%1 / %Ln 个核心</numerusform>
        </translation>
    </message>
    <message>
        <source>Best so far</source>
        <translation>目前最佳</translation>
    </message>
    <message>
        <source>%1 at step %2</source>
        <comment>score, number</comment>
        <translation>%1，第 %2 步</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>step %1, %2</source>
        <comment>number, size</comment>
        <translation>第 %1 步，%2</translation>
    </message>
    <message>
        <source>Text column</source>
        <translation>文本列</translation>
    </message>
    <message>
        <source>Label column</source>
        <translation>标签列</translation>
    </message>
    <message>
        <source>Of the graphics card, with all programs that use it.</source>
        <translation>整块显卡的用量，包括所有使用它的程序。</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>%1 % busy</source>
        <translation>%1 % 占用</translation>
    </message>
    <message>
        <source>Graphics memory</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>Rows a second</source>
        <translation>每秒行数</translation>
    </message>
    <message>
        <source>Rows that it trains on, over the latest steps.</source>
        <translation>最近若干步中每秒训练的行数。</translation>
    </message>
</context>
<context>
    <name>RunStages</name>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>reading the data</source>
        <translation>正在读取数据</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>cutting texts into tokens</source>
        <translation>正在切分词元</translation>
    </message>
    <message>
        <source>%1 elapsed</source>
        <translation>已用 %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Content of the data set</source>
        <translation>数据集内容</translation>
    </message>
    <message>
        <source>Text column</source>
        <translation>文本列</translation>
    </message>
    <message>
        <source>Label column</source>
        <translation>标签列</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Rows to train on</source>
        <translation>训练行数</translation>
    </message>
    <message>
        <source>Validation rows</source>
        <translation>验证行数</translation>
    </message>
    <message>
        <source>Test rows</source>
        <translation>测试行数</translation>
    </message>
    <message>
        <source>Version of the program</source>
        <translation>程序版本</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>库</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Precision used</source>
        <translation>实际精度</translation>
    </message>
    <message>
        <source>Threads used</source>
        <translation>实际线程数</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Share to train on</source>
        <translation>训练比例</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>验证比例</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>测试比例</translation>
    </message>
    <message>
        <source>Split column</source>
        <translation>划分列</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Files of the base model</source>
        <translation>基础模型文件</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Seconds of training</source>
        <translation>训练秒数</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Best step</source>
        <translation>最佳步</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a metric and the part of the data</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Both have the same %1 test rows, so the numbers can be compared</source>
        <translation>两者的 %1 个测试行相同，数值可以比较</translation>
    </message>
    <message>
        <source>Both have the same %1 test rows, but other validation rows: compare the test scores alone</source>
        <translation>两者的 %1 个测试行相同，但验证行不同：只能比较测试分数</translation>
    </message>
    <message>
        <source>All %1 have the same %2 test rows, so the numbers can be compared</source>
        <comment>runs</comment>
        <translation>全部 %1 个运行的 %2 个测试行相同，数值可以比较</translation>
    </message>
    <message>
        <source>All %1 have the same %2 test rows, but other validation rows: compare the test scores alone</source>
        <comment>runs</comment>
        <translation>全部 %1 个运行的 %2 个测试行相同，但验证行不同：只能比较测试分数</translation>
    </message>
    <message>
        <source>The numbers cannot be compared: %1 has other classes than %2</source>
        <translation>数值不能比较：%1 的类别与 %2 不同</translation>
    </message>
    <message>
        <source>The numbers cannot be compared: %1 was tested on rows of %2, %3 on rows of %4</source>
        <comment>run, data set, run, data set</comment>
        <translation>数值不能比较：%1 在 %2 的行上测试，%3 在 %4 的行上测试</translation>
    </message>
    <message>
        <source>The numbers cannot be compared: %1 reads other columns than %2</source>
        <translation>数值不能比较：%1 读取的列与 %2 不同</translation>
    </message>
    <message>
        <source>The numbers cannot be compared: the rows of %1 are split differently, so it was tested on other rows than %2</source>
        <translation>数值不能比较：%1 的行划分方式不同，测试行与 %2 不同</translation>
    </message>
    <message>
        <source>The numbers cannot be compared: another seed split the rows of %1, so it was tested on other rows than %2</source>
        <translation>数值不能比较：%1 用另一个种子划分行，测试行与 %2 不同</translation>
    </message>
    <message>
        <source>The numbers cannot be compared: %1 was tested on other rows than %2</source>
        <translation>数值不能比较：%1 的测试行与 %2 不同</translation>
    </message>
    <message>
        <source>%1 has not read its data yet: it is not known whether the numbers can be compared</source>
        <translation>%1 尚未读取数据：还不知道数值能否比较</translation>
    </message>
    <message>
        <source>%1 is from before test rows were recorded: it is not known whether the numbers can be compared</source>
        <translation>%1 早于测试行开始记录的时间：不知道数值能否比较</translation>
    </message>
</context>
<context>
    <name>RunningTexts</name>
    <message>
        <source>reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>counting values</source>
        <translation>正在统计取值</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>verifying</source>
        <translation>正在核对</translation>
    </message>
    <message>
        <source>cutting texts into tokens</source>
        <translation>正在将文本切分为词元</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>scoring the test part</source>
        <translation>正在为测试部分评分</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>base model, what is done</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Step %1 of %2, %3 %4, %5</source>
        <comment>steps, metric and value, base model</comment>
        <translation>第 %1 步，共 %2 步，%3 %4，%5</translation>
    </message>
    <message>
        <source>Step %1 of %2, %3</source>
        <comment>steps, base model</comment>
        <translation>第 %1 步，共 %2 步，%3</translation>
    </message>
</context>
<context>
    <name>SchemaFit</name>
    <message>
        <source>, </source>
        <comment>between the names of columns</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>names of columns</comment>
        <translation>
            <numerusform>%1 等另外 %Ln 列</numerusform>
        </translation>
    </message>
    <message>
        <source>new: %1</source>
        <comment>columns that the version before lacks</comment>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>gone: %1</source>
        <comment>columns that only the version before has</comment>
        <translation>缺少：%1</translation>
    </message>
    <message>
        <source>%1 was %2, is %3</source>
        <comment>column, type before, type now</comment>
        <translation>%1 原为 %2，现为 %3</translation>
    </message>
    <message>
        <source>Differs from v%1: %2.</source>
        <translation>与 v%1 不同：%2。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between differences of columns</comment>
        <translation>；</translation>
    </message>
    <message numerus="yes">
        <source>Fits v%1: the same %Ln column(s) and types in another order.</source>
        <translation>
            <numerusform>与 v%1 相符：相同的 %Ln 列和类型，只是顺序不同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fits v%1: the same %Ln column(s) and types.</source>
        <translation>
            <numerusform>与 v%1 相符：相同的 %Ln 列和类型。</numerusform>
        </translation>
    </message>
    <message>
        <source>As many rows as before.</source>
        <translation>行数与之前相同。</translation>
    </message>
    <message>
        <source>%1 more rows than before.</source>
        <translation>比之前多 %1 行。</translation>
    </message>
    <message>
        <source>%1 fewer rows than before.</source>
        <translation>比之前少 %1 行。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>StandardText</name>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation>宏 F1</translation>
    </message>
    <message>
        <source>Macro precision</source>
        <translation>宏平均精确率</translation>
    </message>
    <message>
        <source>Macro recall</source>
        <translation>宏平均召回率</translation>
    </message>
    <message>
        <source>Weighted F1</source>
        <translation>加权 F1</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>平衡准确率</translation>
    </message>
    <message>
        <source>Matthews correlation</source>
        <translation>马修斯相关系数</translation>
    </message>
    <message>
        <source>Lowest F1 of a class</source>
        <translation>最弱类别的 F1</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>校准误差</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Brier 分数</translation>
    </message>
    <message>
        <source>Production</source>
        <comment>a stage</comment>
        <translation>生产</translation>
    </message>
    <message>
        <source>Staging</source>
        <comment>a stage</comment>
        <translation>预发布</translation>
    </message>
    <message>
        <source>%1 at least %2</source>
        <comment>metric, value</comment>
        <translation>%1 至少为 %2</translation>
    </message>
    <message>
        <source>%1 at most %2</source>
        <comment>metric, value</comment>
        <translation>%1 至多为 %2</translation>
    </message>
    <message>
        <source>%1 not below production by more than %2</source>
        <comment>metric, value</comment>
        <translation>%1 低于生产版本不超过 %2</translation>
    </message>
    <message>
        <source>At least %1 test rows</source>
        <translation>至少 %1 行测试数据</translation>
    </message>
    <message>
        <source>At most %1 test rows in training</source>
        <translation>至多 %1 行测试数据出现在训练中</translation>
    </message>
    <message>
        <source>Repeatable</source>
        <translation>可重复</translation>
    </message>
    <message>
        <source>The version and the one in production are scored on the same test rows, there and then: it may be behind by so much, not by more. Where none is in production, it passes. A rollback is not held to it.</source>
        <translation>当场用相同的测试数据评估此版本和生产版本：最多可以落后这么多。没有生产版本时通过。回滚不受此限制。</translation>
    </message>
    <message>
        <source>The F1 of the weakest class counts, so that no class is left behind. Classes with fewer test rows than the minimum do not count.</source>
        <translation>以最弱类别的 F1 为准，不让任何类别掉队。测试行数少于下限的类别不计。</translation>
    </message>
    <message>
        <source>How far the probabilities are from how often the model is right. 0 is perfect: of what it says with 80 %, 80 % are right.</source>
        <translation>概率与实际正确率之间的差距。0 为最佳：模型以 80 % 给出的结果中有 80 % 正确。</translation>
    </message>
    <message>
        <source>Computed on the test rows of the version&apos;s run. More than this fails.</source>
        <translation>在该版本运行的测试数据上计算。超过此值则不通过。</translation>
    </message>
    <message>
        <source>Computed on the test rows of the version&apos;s run. Less than this fails.</source>
        <translation>在该版本运行的测试数据上计算。低于此值则不通过。</translation>
    </message>
    <message>
        <source>With fewer rows, a score says little: of 100 rows, one is a whole percent.</source>
        <translation>行数太少时分数说明不了什么：100 行中的一行就是 1 %。</translation>
    </message>
    <message>
        <source>Test rows whose text stands in the training part, too, make a model look better than it is.</source>
        <translation>文本同时出现在训练部分的测试行会让模型看起来比实际更好。</translation>
    </message>
    <message>
        <source>Recipe, data and base model of the run are recorded here and still whole. An imported model fails.</source>
        <translation>运行的配方、数据和基础模型都记录在此且完好。导入的模型不通过。</translation>
    </message>
    <message>
        <source>All models for text classification</source>
        <translation>所有文本分类模型</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>全部模型</translation>
    </message>
    <message>
        <source>Models of %1 for text classification</source>
        <comment>department</comment>
        <translation>%1 的文本分类模型</translation>
    </message>
    <message>
        <source>Models of %1</source>
        <comment>department</comment>
        <translation>%1 的模型</translation>
    </message>
    <message numerus="yes">
        <source>%Ln approval(s)</source>
        <translation>
            <numerusform>%Ln 个批准</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>approvals, gates</comment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln gate(s)</source>
        <translation>
            <numerusform>%Ln 项准入检查</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakenText</name>
    <message>
        <source>, </source>
        <comment>between the words of a list</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>words</comment>
        <translation>
            <numerusform>%1 及另外 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>quotes</source>
        <translation>引号</translation>
    </message>
    <message>
        <source>decimal mark</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>first row without names</source>
        <translation>首行不是列名</translation>
    </message>
    <message>
        <source>words for missing</source>
        <translation>表示缺失的词</translation>
    </message>
    <message>
        <source>types of columns</source>
        <translation>列的类型</translation>
    </message>
    <message>
        <source>encoding %1</source>
        <translation>编码 %1</translation>
    </message>
    <message>
        <source>delimiter %1</source>
        <translation>分隔符 %1</translation>
    </message>
    <message>
        <source>types of %1</source>
        <comment>columns</comment>
        <translation>%1 的类型</translation>
    </message>
    <message>
        <source>Read as v%1 was: %2.</source>
        <comment>version, what was taken over</comment>
        <translation>读取方式沿用 v%1：%2。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the options of a list</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Found anew, since what v%1 was read with does not fit this file: %2.</source>
        <comment>version, options</comment>
        <translation>v%1 的读取方式不适合此文件，以下各项重新检测：%2。</translation>
    </message>
    <message>
        <source>nothing but empty fields as missing</source>
        <translation>只有空字段视为缺失</translation>
    </message>
    <message>
        <source>%1 as missing</source>
        <comment>words</comment>
        <translation>%1 视为缺失</translation>
    </message>
</context>
<context>
    <name>TrainingText</name>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1 v%2</source>
        <comment>data set and number of its version</comment>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation>宏 F1</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Weighted F1</source>
        <translation>加权 F1</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>平衡准确率</translation>
    </message>
    <message>
        <source>Matthews correlation</source>
        <translation>马修斯相关系数</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Macro precision</source>
        <translation>宏精确率</translation>
    </message>
    <message>
        <source>Macro recall</source>
        <translation>宏召回率</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>Cohen κ</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>对数损失</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Brier 分数</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>校准误差</translation>
    </message>
    <message>
        <source>Tokens a second</source>
        <translation>每秒词元数</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Rows of each class</source>
        <translation>各类别的行数</translation>
    </message>
    <message>
        <source>Spelling of labels</source>
        <translation>标签写法</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Repeated texts</source>
        <translation>重复文本</translation>
    </message>
    <message>
        <source>Contradicting labels</source>
        <translation>矛盾标签</translation>
    </message>
    <message>
        <source>Words the model knows</source>
        <translation>模型词汇</translation>
    </message>
    <message>
        <source>Length of texts</source>
        <translation>文本长度</translation>
    </message>
    <message>
        <source>Longest text</source>
        <translation>最长文本</translation>
    </message>
    <message>
        <source>Frozen layers</source>
        <translation>冻结层数</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>%1 weights are not in the model and begin at random: %2.</source>
        <translation>模型中缺少 %1 个权重，将从随机值开始：%2。</translation>
    </message>
    <message>
        <source>%1 weights have no place in the model and are not used: %2.</source>
        <translation>%1 个权重在模型中没有位置，不会使用：%2。</translation>
    </message>
    <message>
        <source>train</source>
        <comment>part of the data</comment>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <comment>part of the data</comment>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <comment>part of the data</comment>
        <translation>测试</translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>thousand millions of parameters</comment>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions of parameters</comment>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>Automatic</source>
        <comment>precision of numbers</comment>
        <translation>自动</translation>
    </message>
    <message>
        <source>Linear</source>
        <comment>schedule of the learning rate</comment>
        <translation>线性</translation>
    </message>
    <message>
        <source>Cosine</source>
        <comment>schedule of the learning rate</comment>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Constant</source>
        <comment>schedule of the learning rate</comment>
        <translation>恒定</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>graphics card, precision</comment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>CPU, %Ln thread(s), %1</source>
        <comment>precision</comment>
        <translation>
            <numerusform>CPU，%Ln 线程，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, as asked.</source>
        <comment>a device</comment>
        <translation>按要求使用 %1。</translation>
    </message>
    <message>
        <source>There is no NVIDIA driver on this machine.</source>
        <translation>本机没有 NVIDIA 驱动程序。</translation>
    </message>
    <message>
        <source>LibTorch&apos;s CUDA libraries cannot be loaded here (%1).</source>
        <translation>此处无法加载 LibTorch 的 CUDA 库（%1）。</translation>
    </message>
    <message>
        <source>CUDA finds no device that it can use.</source>
        <translation>CUDA 找不到可用的设备。</translation>
    </message>
    <message>
        <source>CUDA works here: %1.</source>
        <comment>a device</comment>
        <translation>CUDA 在此可用：%1。</translation>
    </message>
    <message>
        <source>Its compute capability %1 multiplies bf16 in hardware.</source>
        <translation>其计算能力 %1 支持硬件 bf16 乘法。</translation>
    </message>
    <message>
        <source>Its compute capability %1 has no bf16.</source>
        <translation>其计算能力 %1 不支持 bf16。</translation>
    </message>
    <message>
        <source>The processor multiplies bf16 in hardware.</source>
        <translation>处理器支持硬件 bf16 乘法。</translation>
    </message>
    <message>
        <source>The processor has no instructions for bf16: this takes many times as long as fp32.</source>
        <translation>处理器没有 bf16 指令：所需时间是 fp32 的许多倍。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Test rows a second</source>
        <translation>每秒测试行数</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
</context>
<context>
    <name>WorkbenchOpener</name>
    <message>
        <source>Sample workspace</source>
        <translation>示例工作区</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险部</translation>
    </message>
</context>
<context>
    <name>lepton::charts::ChartCard</name>
    <message>
        <source>The chart was not exported.</source>
        <translation>图表未能导出。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>More for %1</source>
        <comment>title of a chart</comment>
        <translation>%1的更多操作</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>横轴</translation>
    </message>
</context>
<context>
    <name>lepton::charts::LineChart</name>
    <message>
        <source>; %1</source>
        <comment>behind a title: that there is nothing</comment>
        <translation>；%1</translation>
    </message>
    <message>
        <source>%1, smoothed</source>
        <comment>name of a line</comment>
        <translation>%1，平滑后</translation>
    </message>
    <message>
        <source>%1, this step</source>
        <comment>name of a line</comment>
        <translation>%1，此步</translation>
    </message>
    <message>
        <source>%1, last</source>
        <comment>name of a line; its last value before the crosshair</comment>
        <translation>%1，最近值</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of the x axis, value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Step %1, after %2</source>
        <comment>number, duration</comment>
        <translation>第 %1 步，用时 %2</translation>
    </message>
    <message>
        <source>Step %1, epoch %2</source>
        <translation>第 %1 步，第 %2 轮</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1 at step %2 has no place on a log scale.</source>
        <translation>第 %2 步的 %1 无法在对数刻度上显示。</translation>
    </message>
    <message>
        <source>%1 at step %2.</source>
        <comment>NaN or infinity, number</comment>
        <translation>第 %2 步为 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n more close by.</source>
        <translation>
            <numerusform>附近还有 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>导出%1</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message numerus="yes">
        <source>The last %n rows; Export as CSV has all of them.</source>
        <translation>
            <numerusform>最后 %n 行；导出为 CSV 可得到全部。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No values yet</source>
        <translation>还没有数值</translation>
    </message>
    <message numerus="yes">
        <source>; %1 with %n points</source>
        <comment>name of a curve</comment>
        <translation>
            <numerusform>；%1 有 %n 个点</numerusform>
        </translation>
    </message>
    <message>
        <source>; %1 %2 at step %3</source>
        <comment>name of a line, its last value, step</comment>
        <translation>；%1 在第 %3 步为 %2</translation>
    </message>
    <message>
        <source>; %1 %2 at %3</source>
        <comment>name of a line, its last value, place</comment>
        <translation>；%1 在 %3 为 %2</translation>
    </message>
</context>
<context>
    <name>lepton::charts::PointsModel</name>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ActivityCard</name>
    <message>
        <source>Recent activity</source>
        <translation>最近动态</translation>
    </message>
    <message>
        <source>All activity</source>
        <translation>全部动态</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>还没有发生任何事。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>动态</translation>
    </message>
    <message>
        <source>The log could not be read.</source>
        <translation>无法读取日志。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>重新校验</translation>
    </message>
    <message>
        <source>Filter by text or person</source>
        <translation>按文字或人员筛选</translation>
    </message>
    <message>
        <source>Show older events</source>
        <translation>显示更早的事件</translation>
    </message>
    <message>
        <source>Events, newest first</source>
        <translation>事件，最新的在前</translation>
    </message>
    <message>
        <source>No event fits the filter</source>
        <translation>没有符合筛选条件的事件</translation>
    </message>
    <message>
        <source>Remove the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>The chain could not be verified.</source>
        <translation>无法校验事件链。</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <comment>events</comment>
        <translation>显示 %1 / %2 条</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Kind: %1</source>
        <translation>类型：%1</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) are in %1</source>
        <comment>number, file</comment>
        <translation>
            <numerusform>%Ln 条事件已写入 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The events were not exported.</source>
        <translation>事件没有导出。</translation>
    </message>
    <message>
        <source>Event %1 is signed in %2. Keep the file away from the workspace</source>
        <comment>place in the chain, file</comment>
        <translation>已在 %2 中签署事件 %1。请把此文件存放在工作区之外</translation>
    </message>
    <message>
        <source>No checkpoint was saved.</source>
        <translation>没有保存检查点。</translation>
    </message>
    <message>
        <source>Export what the filter shows</source>
        <translation>导出筛选结果</translation>
    </message>
    <message>
        <source>CSV (*.csv);;JSON Lines (*.jsonl)</source>
        <translation>CSV (*.csv);;JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Save a signed checkpoint</source>
        <translation>保存签名检查点</translation>
    </message>
    <message>
        <source>Checkpoints (*.json)</source>
        <translation>检查点 (*.json)</translation>
    </message>
    <message>
        <source>Check against a checkpoint</source>
        <translation>与检查点核对</translation>
    </message>
    <message>
        <source>Only a member of the workspace can sign a checkpoint.</source>
        <translation>只有工作区的成员才能签署检查点。</translation>
    </message>
    <message>
        <source>Every change in the workspace is one event, signed by its author and chained to the one before. Verify proves the whole chain: every hash, every signature, that nothing was removed, and that what decisions name is still what it was. A signed checkpoint, kept elsewhere, proves later that the log goes on from it. Enter opens what an event is about.</source>
        <translation>工作区里的每一次改动都是一条事件，由操作者签名，并与前一条相连。校验会证明整条链：每个哈希、每个签名、没有任何事件被移除，并且决定所指的内容没有改变。保存在别处的签名检查点，以后可以证明日志延续自它。按 Enter 打开事件涉及的对象。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Save a signed checkpoint…</source>
        <translation>保存签名检查点…</translation>
    </message>
    <message>
        <source>Check against a checkpoint…</source>
        <translation>与检查点核对…</translation>
    </message>
    <message>
        <source>The chain is being verified.</source>
        <translation>正在校验链条。</translation>
    </message>
    <message>
        <source>Show the event</source>
        <translation>显示事件</translation>
    </message>
    <message>
        <source>No event is shown.</source>
        <translation>没有显示任何事件。</translation>
    </message>
    <message>
        <source>Event %1 is not there.</source>
        <translation>事件 %1 不存在。</translation>
    </message>
    <message>
        <source>Back to the newest</source>
        <translation>回到最新的</translation>
    </message>
    <message>
        <source>Events are being exported.</source>
        <translation>正在导出事件。</translation>
    </message>
    <message>
        <source>Exporting.</source>
        <translation>正在导出。</translation>
    </message>
    <message>
        <source>%1 of %2 events looked through.</source>
        <translation>已查阅 %1 / %2 个事件。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop looking through the log</source>
        <translation>停止查阅日志</translation>
    </message>
    <message>
        <source>%1 fit; %2 of %3 looked through</source>
        <comment>events</comment>
        <translation>符合 %1 条，已查阅 %2 / %3 条</translation>
    </message>
    <message>
        <source>%1 of %2 fit</source>
        <comment>events</comment>
        <translation>符合 %1 / %2 条</translation>
    </message>
    <message>
        <source>Look through older events</source>
        <translation>继续查阅更早的事件</translation>
    </message>
    <message>
        <source>Older events were not looked through yet.</source>
        <translation>更早的事件尚未查阅。</translation>
    </message>
    <message>
        <source>All events of the log were looked through.</source>
        <translation>已查阅日志中的全部事件。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::AliasDialog</name>
    <message>
        <source>Set alias</source>
        <translation>设置别名</translation>
    </message>
    <message>
        <source>Alias of %1</source>
        <translation>%1 的别名</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Another name for the version; it moves when it is set on another one.</source>
        <translation>版本的另一个名称；设到另一个版本上时会随之移动。</translation>
    </message>
    <message>
        <source>The alias needs a name.</source>
        <translation>别名需要名称。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>lepton::ui::AppearanceSection</name>
    <message>
        <source>The theme was changed</source>
        <translation>主题已更改</translation>
    </message>
    <message>
        <source>The language was changed</source>
        <translation>语言已更改</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Changes at once, in every window of yours that is opened from now on.</source>
        <translation>立即生效，之后打开的窗口也会使用。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>Names of data sets, columns and people are never translated.</source>
        <translation>数据集、列和人员的名称不会翻译。</translation>
    </message>
    <message>
        <source>The contrast was changed</source>
        <translation>对比度已更改</translation>
    </message>
    <message>
        <source>The motion was changed</source>
        <translation>动态效果已更改</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>High contrast has darker words on light grounds, lighter ones on dark grounds, and borders that stand out.</source>
        <translation>高对比度让浅色背景上的文字更深、深色背景上的文字更浅，边框也更清晰。</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动态效果</translation>
    </message>
    <message>
        <source>Reduced motion lets what comes and goes do so at once, without fades.</source>
        <translation>减弱动态效果后，内容的出现和消失不再淡入淡出。</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>contrast</comment>
        <translation>标准</translation>
    </message>
    <message>
        <source>High</source>
        <comment>contrast</comment>
        <translation>高</translation>
    </message>
    <message>
        <source>Full</source>
        <comment>motion</comment>
        <translation>完整</translation>
    </message>
    <message>
        <source>Reduced</source>
        <comment>motion</comment>
        <translation>减弱</translation>
    </message>
</context>
<context>
    <name>lepton::ui::AskDialog</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Who reviews reads it first: what is better, and what it costs.</source>
        <translation>审核人首先会读它：好在哪里，代价是什么。</translation>
    </message>
    <message>
        <source>Promote %1</source>
        <translation>晋级 %1</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>The gates of the standard are computed now, and stand in the request with your reason. Where the standard takes approvals, it then waits for them.</source>
        <translation>现在计算标准的准入检查，并与您的理由一起写入申请。若标准要求批准，则随后等待批准。</translation>
    </message>
    <message>
        <source>Ask for promotion</source>
        <translation>申请晋级</translation>
    </message>
    <message>
        <source>Roll %1 back to v%2</source>
        <translation>将 %1 回滚到 v%2</translation>
    </message>
    <message>
        <source>v%1, which was in production before v%2, is asked for again. The same standard holds: gates are computed now, and others approve.</source>
        <translation>重新申请在 v%2 之前处于生产中的 v%1。标准不变：现在计算准入检查，由他人批准。</translation>
    </message>
    <message>
        <source>Roll back to v%1</source>
        <translation>回滚到 v%1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The gates are being computed.</source>
        <translation>正在计算准入检查。</translation>
    </message>
    <message>
        <source>A promotion takes a reason.</source>
        <translation>晋级需要理由。</translation>
    </message>
    <message>
        <source>Nothing was asked for.</source>
        <translation>未提出申请。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::BaseModelCard</name>
    <message>
        <source>%1 layers, %2 wide</source>
        <translation>%1 层，宽 %2</translation>
    </message>
    <message>
        <source>%1 parameters, %2, at most %3 tokens</source>
        <translation>%1 参数，%2，至多 %3 个词元</translation>
    </message>
    <message>
        <source>%1 % of the tokens unknown</source>
        <translation>%1 % 的词元未知</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>what a model is, how well it fits the texts</comment>
        <translation>%1；%2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::BaseModelListModel</name>
    <message>
        <source>%1, %2</source>
        <comment>kind of model, tokeniser</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Most tokens</source>
        <translation>最多词元</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入时间</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未说明</translation>
    </message>
</context>
<context>
    <name>lepton::ui::BaseModelsPanel</name>
    <message>
        <source>Base models</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>No base model yet</source>
        <translation>还没有基础模型</translation>
    </message>
    <message>
        <source>A run fine-tunes a pre-trained model. Import a Hugging Face folder with a BERT encoder: its files are checked and copied into the workspace.</source>
        <translation>运行会微调一个预训练模型。请导入含 BERT 编码器的 Hugging Face 文件夹：其中的文件经检查后复制到工作区。</translation>
    </message>
    <message>
        <source>Import base model</source>
        <translation>导入基础模型</translation>
    </message>
    <message>
        <source>The base models are being read</source>
        <translation>正在读取基础模型</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
</context>
<context>
    <name>lepton::ui::BaseModelsViewModel</name>
    <message>
        <source>The base model was not moved to the trash.</source>
        <translation>基础模型未移到回收站。</translation>
    </message>
    <message>
        <source>The base model was not restored.</source>
        <translation>基础模型未恢复。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::BatchPreviewPanel</name>
    <message>
        <source>+%1 padding</source>
        <translation>+%1 填充</translation>
    </message>
    <message>
        <source>First batch, as the model reads it</source>
        <translation>模型读到的第一个批次</translation>
    </message>
    <message>
        <source>grey: special tokens; tinted: pieces that go on with a word; amber: unknown</source>
        <translation>灰色：特殊词元；浅色：接续前一词的部分；琥珀色：未知</translation>
    </message>
    <message>
        <source>%1 texts of up to %2 tokens; padding %3 of %4 places (%5)</source>
        <comment>rows, length, padding, places, share</comment>
        <translation>%1 条文本，最长 %2 个词元；%4 个位置中填充 %3 个（%5）</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln rows</source>
        <translation>
            <numerusform>显示 %Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::Bell</name>
    <message>
        <source>Nothing waits for you</source>
        <translation>没有等待您处理的事项</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting for you</source>
        <translation>
            <numerusform>%Ln 项等待您处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>等待您处理</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Show on Home</source>
        <translation>在首页查看</translation>
    </message>
</context>
<context>
    <name>lepton::ui::BrowseFilterBar</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a value and its number of data sets</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>No data set has a tag</source>
        <translation>没有数据集带标签</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a filter and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln chosen</source>
        <comment>a filter</comment>
        <translation>
            <numerusform>%1：已选 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>敏感级别</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Filter by name, column or tag</source>
        <translation>按名称、列名或标签筛选</translation>
    </message>
    <message>
        <source>Clear</source>
        <comment>all filters</comment>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>lepton::ui::BrowsePage</name>
    <message>
        <source>Choose a data set in the list first.</source>
        <translation>请先在列表中选择一个数据集。</translation>
    </message>
    <message>
        <source>Trash (%1)</source>
        <translation>回收站（%1）</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>%1 is in the trash</source>
        <translation>%1 已移到回收站</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>%1 已恢复</translation>
    </message>
    <message numerus="yes">
        <source>%Ln data set(s) removed for good</source>
        <translation>
            <numerusform>已彻底删除 %Ln 个数据集</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1 / %2 个</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in all</source>
        <comment>data sets</comment>
        <translation>
            <numerusform>共 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing in the trash.</source>
        <translation>回收站是空的。</translation>
    </message>
    <message>
        <source>The data sets cannot be read.</source>
        <translation>无法读取数据集。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>清空回收站</translation>
    </message>
    <message numerus="yes">
        <source>%Ln data set(s) and all their versions are removed for good. This cannot be undone.</source>
        <translation>
            <numerusform>%Ln 个数据集及其全部版本将被彻底删除，无法撤销。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln data set(s)</source>
        <translation>
            <numerusform>删除 %Ln 个数据集</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Import a new version…</source>
        <translation>导入新版本…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Every data set of the workspace, one a row. Type to filter by name, column or tag; Space shows the selected one beside the list, Enter opens it, Delete moves it to the trash. Ctrl+I imports files, and files dropped on the window are imported too.</source>
        <translation>工作区的全部数据集，每行一个。输入文字可按名称、列名或标签筛选；空格键在列表旁预览所选数据集，回车键打开，Delete 键移到回收站。Ctrl+I 导入文件，把文件拖到窗口上也可以导入。</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>Empty trash</source>
        <translation>清空回收站</translation>
    </message>
    <message>
        <source>Back to the data sets</source>
        <translation>返回数据集</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>No data sets yet</source>
        <translation>还没有数据集</translation>
    </message>
    <message>
        <source>Import a CSV, TSV, JSON Lines or Parquet file, or drop files on this window.</source>
        <translation>导入 CSV、TSV、JSON Lines 或 Parquet 文件，或把文件拖到此窗口。</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>Data sets that were moved here stay until the trash is emptied.</source>
        <translation>移到这里的数据集会保留到清空回收站为止。</translation>
    </message>
    <message>
        <source>No data set matches</source>
        <translation>没有匹配的数据集</translation>
    </message>
    <message>
        <source>Neither names, columns nor tags hold what the filter asks for.</source>
        <translation>名称、列名和标签中都没有符合筛选条件的内容。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>The catalog is being read</source>
        <translation>正在读取目录</translation>
    </message>
    <message>
        <source>Restore under another name</source>
        <translation>以其他名称恢复</translation>
    </message>
    <message>
        <source>Edit name and description…</source>
        <translation>编辑名称和说明…</translation>
    </message>
</context>
<context>
    <name>lepton::ui::BrowseViewModel</name>
    <message>
        <source>The search did not work.</source>
        <translation>搜索失败。</translation>
    </message>
    <message>
        <source>The data set was not moved to the trash.</source>
        <translation>数据集没有移到回收站。</translation>
    </message>
    <message>
        <source>The trash was not emptied.</source>
        <translation>回收站没有清空。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::CalibrationCard</name>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Share right</source>
        <translation>正确占比</translation>
    </message>
    <message>
        <source>No row has a confidence</source>
        <translation>没有带置信度的行</translation>
    </message>
    <message>
        <source>share right, by confidence</source>
        <translation>按置信度的正确占比</translation>
    </message>
    <message numerus="yes">
        <source>without %Ln row(s) that have no confidence</source>
        <translation>
            <numerusform>%Ln 行没有置信度，未计入</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::CardTable</name>
    <message>
        <source>%1 %2</source>
        <comment>a class and its F1</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::CellSheet</name>
    <message>
        <source>The cell cannot be read</source>
        <translation>无法读取该单元格</translation>
    </message>
    <message>
        <source>Copy the cell</source>
        <translation>复制单元格</translation>
    </message>
    <message>
        <source>Content of the cell</source>
        <translation>单元格内容</translation>
    </message>
    <message>
        <source>Row %1. The value is missing.</source>
        <translation>第 %1 行，值缺失。</translation>
    </message>
    <message>
        <source>Row %1. Characters: %2.</source>
        <translation>第 %1 行，共 %2 个字符。</translation>
    </message>
    <message>
        <source>There is nothing to copy: the value is missing.</source>
        <translation>没有可复制的内容：值缺失。</translation>
    </message>
    <message>
        <source>The first %1 of %2 characters are shown. Copying takes them all.</source>
        <translation>此处只显示 %2 个字符中的前 %1 个，复制时会包含全部内容。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ChartsPanel</name>
    <message>
        <source>The run ended before there was a value</source>
        <translation>运行在有值之前就已结束</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>基本情况</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>词元/秒</translation>
    </message>
    <message>
        <source>validation, best %1</source>
        <comment>score</comment>
        <translation>验证，最佳 %1</translation>
    </message>
    <message>
        <source>gate %1</source>
        <comment>what a version has to reach</comment>
        <translation>门槛 %1</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ChecksPanel</name>
    <message>
        <source>Checks before it starts</source>
        <translation>开始前的检查</translation>
    </message>
    <message>
        <source>As a command</source>
        <translation>等价命令</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>The checks could not be made.</source>
        <translation>无法进行检查。</translation>
    </message>
    <message>
        <source>Data, labels and settings are being looked at.</source>
        <translation>正在检查数据、标签和设置。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pass</source>
        <comment>checks</comment>
        <translation>
            <numerusform>%Ln 项通过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to look at</source>
        <comment>checks</comment>
        <translation>
            <numerusform>%Ln 项需留意</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>checks</comment>
        <translation>
            <numerusform>%Ln 项未通过</numerusform>
        </translation>
    </message>
    <message>
        <source>Use %1</source>
        <comment>a value of a setting</comment>
        <translation>改用 %1</translation>
    </message>
    <message>
        <source>Change these</source>
        <translation>全部修改</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ChipStrip</name>
    <message>
        <source>Remove the condition %1</source>
        <translation>移除条件 %1</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ClassesCard</name>
    <message>
        <source>F1 by class</source>
        <translation>各类别 F1</translation>
    </message>
    <message>
        <source>%1 better, %2 worse, the largest loss first</source>
        <translation>%1 个变好，%2 个变差，降幅最大的在前</translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln 个类别</numerusform>
        </translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Test rows</source>
        <translation>测试行</translation>
    </message>
    <message>
        <source>v%1, now</source>
        <comment>version in production</comment>
        <translation>v%1，现在</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ColumnDetail</name>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a number of rows and its share</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>不同值</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation>非数字</translation>
    </message>
    <message>
        <source>Infinite</source>
        <translation>无穷</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Shortest, characters</source>
        <translation>最短（字符）</translation>
    </message>
    <message>
        <source>Longest, characters</source>
        <translation>最长（字符）</translation>
    </message>
    <message>
        <source>5 % quantile</source>
        <translation>5 % 分位数</translation>
    </message>
    <message>
        <source>25 % quantile</source>
        <translation>25 % 分位数</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>75 % quantile</source>
        <translation>75 % 分位数</translation>
    </message>
    <message>
        <source>95 % quantile</source>
        <translation>95 % 分位数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Skewness</source>
        <translation>偏度</translation>
    </message>
    <message>
        <source>Length in characters</source>
        <translation>长度（字符）</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>%1 of %2, from %3 to %4</source>
        <comment>what is shown, column, smallest, largest</comment>
        <translation>%1，%2：从 %3 到 %4</translation>
    </message>
    <message>
        <source>Most frequent values</source>
        <translation>最常见的值</translation>
    </message>
    <message>
        <source>Most frequent values, about</source>
        <translation>最常见的值（约）</translation>
    </message>
    <message>
        <source>others</source>
        <comment>less frequent values</comment>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ColumnListModel</name>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>不同值</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Range or top value</source>
        <translation>范围或最常见值</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ColumnPicker</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>Find a column</source>
        <translation>查找列</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show the usual</source>
        <translation>显示常用列</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>只显示这些</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ColumnPicture</name>
    <message>
        <source>%1 characters</source>
        <translation>%1 个字符</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ColumnWords</name>
    <message>
        <source>all missing</source>
        <translation>全部缺失</translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>没有行</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 characters</source>
        <translation>%1 至 %2 个字符</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>an estimated count</comment>
        <translation>约 %1</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ColumnsButton</name>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln 列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln column(s)</source>
        <translation>
            <numerusform>%1 / %Ln 列</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ColumnsPanel</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>lepton::ui::CommandPalette</name>
    <message>
        <source>Search or run a command</source>
        <translation>搜索，或执行命令</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>匹配结果</translation>
    </message>
    <message>
        <source>Nothing fits. Try the name of a page, a data set, a run (R-12) or an action.</source>
        <translation>没有匹配项。请尝试页面、数据集、运行（R-12）或操作的名称。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ComparePane</name>
    <message>
        <source>The comparison was not saved.</source>
        <translation>比较结果未保存。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The runs cannot be compared.</source>
        <translation>无法比较这些运行。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>还没有可导出的内容。</translation>
    </message>
    <message numerus="yes">
        <source>Compare %Ln run(s)</source>
        <translation>
            <numerusform>比较 %Ln 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>No two of these runs are complete and differ in the seed alone</source>
        <translation>其中没有两个已完成且仅种子不同的运行</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>Tinted: not as %1; %2</source>
        <comment>a run; how many settings are hidden</comment>
        <translation>着色：与 %1 不同；%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln equal setting(s) hidden</source>
        <translation>
            <numerusform>已隐藏 %Ln 项相同设置</numerusform>
        </translation>
    </message>
    <message>
        <source>F1 by class</source>
        <translation>各类别 F1</translation>
    </message>
    <message>
        <source>None of the runs was tested yet</source>
        <translation>还没有运行经过测试</translation>
    </message>
    <message>
        <source>Of the test part, with the change against %1; the largest first</source>
        <translation>测试部分，附相对 %1 的变化；变化最大的在前</translation>
    </message>
    <message>
        <source>Over seeds</source>
        <translation>不同种子</translation>
    </message>
    <message>
        <source>Mean ± standard deviation of runs that differ in the seed alone</source>
        <translation>仅种子不同的运行的均值 ± 标准差</translation>
    </message>
    <message>
        <source>Mean ± standard deviation of runs that differ in the seed alone; each seed splits the rows anew</source>
        <translation>仅种子不同的运行的均值 ± 标准差；每个种子重新划分行</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>保存比较结果</translation>
    </message>
    <message>
        <source>comparison</source>
        <comment>name of a file</comment>
        <translation>比较</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Axes</source>
        <comment>parallel ones</comment>
        <translation>平行轴</translation>
    </message>
    <message>
        <source>How the runs are shown</source>
        <translation>运行的显示方式</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>by step</source>
        <translation>按步</translation>
    </message>
    <message>
        <source>by epoch</source>
        <translation>按轮次</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>按时间</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>关闭比较</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较的内容</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Settings and scores</source>
        <translation>设置与分数</translation>
    </message>
    <message>
        <source>Show the list of runs, too</source>
        <translation>同时显示运行列表</translation>
    </message>
    <message>
        <source>Show the comparison alone</source>
        <translation>只显示比较</translation>
    </message>
    <message>
        <source>Table as CSV…</source>
        <translation>表格（CSV）…</translation>
    </message>
    <message>
        <source>Picture as PNG…</source>
        <translation>图片（PNG）…</translation>
    </message>
    <message>
        <source>The comparison is in %1</source>
        <comment>name of a file</comment>
        <translation>比较结果在 %1 中</translation>
    </message>
</context>
<context>
    <name>lepton::ui::CompareTableModel</name>
    <message>
        <source>none</source>
        <comment>no value</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <comment>mean and standard deviation</comment>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>%1, best</source>
        <translation>%1，最佳</translation>
    </message>
    <message>
        <source>%1, not as the first run</source>
        <translation>%1，与第一个运行不同</translation>
    </message>
    <message>
        <source>%1, %2 against the first run</source>
        <comment>a score, its change</comment>
        <translation>%1，相对第一个运行 %2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ComparisonView</name>
    <message>
        <source>The rows of both versions are compared.</source>
        <translation>正在比较两个版本的行。</translation>
    </message>
    <message>
        <source>The versions cannot be compared.</source>
        <translation>无法比较这两个版本。</translation>
    </message>
    <message>
        <source>Rows added</source>
        <translation>新增行</translation>
    </message>
    <message>
        <source>Rows removed</source>
        <translation>删除行</translation>
    </message>
    <message>
        <source>Rows kept</source>
        <translation>保留行</translation>
    </message>
    <message>
        <source>Changed in place</source>
        <translation>就地更改</translation>
    </message>
    <message>
        <source>first %1 of %2</source>
        <translation>前 %1 / %2 行</translation>
    </message>
    <message>
        <source>Rows only in v%1</source>
        <translation>只在 v%1 中的行</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ConfusionCard</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Share of row</source>
        <translation>行内占比</translation>
    </message>
    <message>
        <source>rows true, columns predicted</source>
        <translation>行为真实，列为预测</translation>
    </message>
    <message numerus="yes">
        <source>the %Ln class(es) that are confused most</source>
        <translation>
            <numerusform>混淆最多的 %Ln 个类别</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ConfusionModel</name>
    <message numerus="yes">
        <source>%1 read right: %Ln row(s), %2 of the class</source>
        <translation>
            <numerusform>%1 判断正确：%Ln 行，占该类别的 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 read as %3: %Ln row(s), %2 of the class</source>
        <translation>
            <numerusform>%1 被判为 %3：%Ln 行，占该类别的 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::CreateDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Create the workspace</source>
        <translation>创建工作区</translation>
    </message>
    <message>
        <source>Start a workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>New or empty</source>
        <translation>新建的或空的文件夹</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Your department</source>
        <translation>您的部门</translation>
    </message>
    <message>
        <source>Only on this computer</source>
        <translation>仅在本机使用</translation>
    </message>
    <message>
        <source>On a share, for several computers</source>
        <translation>放在共享盘上，供多台电脑使用</translation>
    </message>
    <message>
        <source>Name of the workspace</source>
        <translation>工作区名称</translation>
    </message>
    <message>
        <source>Being made</source>
        <translation>正在创建</translation>
    </message>
    <message>
        <source>Folder of the new workspace</source>
        <translation>新工作区的文件夹</translation>
    </message>
    <message>
        <source>The workspace is being made</source>
        <translation>正在创建工作区</translation>
    </message>
    <message>
        <source>Give the workspace a name</source>
        <translation>请填写工作区名称</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>请选择文件夹</translation>
    </message>
    <message>
        <source>Say who you are</source>
        <translation>请填写您的姓名</translation>
    </message>
    <message>
        <source>Say which department you belong to</source>
        <translation>请填写您的部门</translation>
    </message>
</context>
<context>
    <name>lepton::ui::CurveCard</name>
    <message>
        <source>PR</source>
        <comment>precision and recall, short</comment>
        <translation>PR</translation>
    </message>
    <message>
        <source>ROC</source>
        <comment>short</comment>
        <translation>ROC</translation>
    </message>
    <message>
        <source>ROC curve</source>
        <translation>ROC 曲线</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>精确率与召回率</translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation>假正率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>真正率</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Of more than 1,000 classes no curves are kept</source>
        <translation>类别超过 1,000 个时不保存曲线</translation>
    </message>
    <message>
        <source>Choose a class that is in the test part</source>
        <translation>请选择一个出现在测试部分的类别</translation>
    </message>
    <message numerus="yes">
        <source>%1, area %2; grey: %Ln other(s)</source>
        <comment>class</comment>
        <translation>
            <numerusform>%1，面积 %2；灰色：其余 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, area %2</source>
        <comment>class</comment>
        <translation>%1，面积 %2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::DataGrid</name>
    <message>
        <source>Cells</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column and value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::DataPreviewPanel</name>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Length in tokens</source>
        <translation>词元长度</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>classes</comment>
        <translation>
            <numerusform>另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>one class only</source>
        <translation>只有一个类别</translation>
    </message>
    <message>
        <source>about even</source>
        <translation>大致均衡</translation>
    </message>
    <message>
        <source>longest %1, of a sample of %2 texts</source>
        <translation>最长 %1（抽样 %2 条文本）</translation>
    </message>
    <message>
        <source>longest %1</source>
        <translation>最长 %1</translation>
    </message>
    <message>
        <source>No text is cut at %1 tokens.</source>
        <translation>没有文本在 %1 个词元处被截断。</translation>
    </message>
    <message>
        <source>%1 of the texts are cut at %2 tokens.</source>
        <translation>%1 的文本在 %2 个词元处被截断。</translation>
    </message>
    <message>
        <source>%1 The longest has %2.</source>
        <translation>%1最长的有 %2 个。</translation>
    </message>
    <message>
        <source>uneven: the largest to the smallest as %1 to 1</source>
        <translation>不均衡：最大与最小之比为 %1 : 1</translation>
    </message>
    <message>
        <source>the largest to the smallest as %1 to 1</source>
        <translation>最大与最小之比为 %1 : 1</translation>
    </message>
</context>
<context>
    <name>lepton::ui::DatasetActivityPanel</name>
    <message>
        <source>What happened to this data set</source>
        <translation>此数据集的动态</translation>
    </message>
</context>
<context>
    <name>lepton::ui::DatasetListModel</name>
    <message>
        <source>v%1</source>
        <translation>v%1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Cols</source>
        <comment>number of columns, short</comment>
        <translation>列</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>敏感级别</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新时间</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the tags of a data set</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1, version %2, %3</source>
        <comment>name, number, description of a data set</comment>
        <translation>%1，版本 %2，%3</translation>
    </message>
</context>
<context>
    <name>lepton::ui::DecisionCard</name>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>needed to reject</source>
        <translation>拒绝时必填</translation>
    </message>
    <message>
        <source>Approve and sign</source>
        <translation>批准并签署</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Withdraw the request</source>
        <translation>撤回申请</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Say what is missing: a rejection takes a comment.</source>
        <translation>请说明缺少什么：拒绝需要意见。</translation>
    </message>
    <message>
        <source>%1 of %2 signed</source>
        <translation>已签 %1/%2</translation>
    </message>
    <message>
        <source>Nobody approves their own request, so %1 cannot sign this one.</source>
        <translation>任何人都不能批准自己的申请，因此 %1 不能签署此项。</translation>
    </message>
    <message>
        <source>You asked, so another must review</source>
        <translation>由您提出，须由他人审核</translation>
    </message>
    <message>
        <source>Nothing was signed.</source>
        <translation>未签署任何内容。</translation>
    </message>
    <message>
        <source>A decision is being signed.</source>
        <translation>正在签署决定。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state of a request, when</comment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>Your signature counts; %Ln more must follow before v%1 moves.</source>
        <translation>
            <numerusform>您的签名有效；还需 %Ln 个签名，v%1 才会移动。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your signature moves v%1 to production and keeps v%2 ready for roll back.</source>
        <translation>您的签名会将 v%1 投入生产，并保留 v%2 以备回滚。</translation>
    </message>
    <message>
        <source>Your signature moves v%1 to production.</source>
        <translation>您的签名会将 v%1 投入生产。</translation>
    </message>
    <message>
        <source>Your signature moves v%1 to staging.</source>
        <translation>您的签名会将 v%1 移到预发布。</translation>
    </message>
    <message>
        <source>It cannot be approved: the gate “%1” failed. %2</source>
        <comment>a gate, and why it failed</comment>
        <translation>无法批准：准入检查“%1”未通过。%2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::DecisionsCard</name>
    <message>
        <source>, </source>
        <comment>between people</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Approved by its gates</source>
        <translation>由准入检查批准</translation>
    </message>
    <message>
        <source>Approved by %1</source>
        <translation>由 %1 批准</translation>
    </message>
    <message>
        <source>Rejected by %1: “%2”</source>
        <comment>who, comment</comment>
        <translation>被 %1 驳回：“%2”</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Recent decisions</source>
        <translation>最近的决定</translation>
    </message>
    <message>
        <source>All decisions</source>
        <translation>全部决定</translation>
    </message>
    <message>
        <source>Nothing has been decided yet.</source>
        <translation>还没有任何决定。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>version of a model, stage</comment>
        <translation>%1 进入%2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::DescribeDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Use and limits of %1</source>
        <translation>%1 的用途与限制</translation>
    </message>
    <message>
        <source>Intended use</source>
        <translation>预期用途</translation>
    </message>
    <message>
        <source>What it is for, and for whom. Markdown.</source>
        <translation>它做什么用、给谁用。Markdown。</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>What it is not for, and where it fails. Markdown.</source>
        <translation>它不适用于什么、在哪里会出错。Markdown。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>It stands in the card of every version.</source>
        <translation>它写在每个版本的卡片中。</translation>
    </message>
    <message>
        <source>It is being saved.</source>
        <translation>正在保存。</translation>
    </message>
    <message>
        <source>The card was not changed.</source>
        <translation>卡片未更改。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::DetailPage</name>
    <message>
        <source>%1 is in the trash</source>
        <translation>%1 已移到回收站</translation>
    </message>
    <message>
        <source>The data set cannot be shown.</source>
        <translation>无法显示此数据集。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Sensitivity: %1</source>
        <translation>敏感级别：%1</translation>
    </message>
    <message>
        <source>%1 · owner %2</source>
        <comment>department, owner</comment>
        <translation>%1 · 负责人 %2</translation>
    </message>
    <message>
        <source>%1 · owner %2 · %3</source>
        <comment>department, owner, description</comment>
        <translation>%1 · 负责人 %2 · %3</translation>
    </message>
    <message>
        <source>There is no version to export yet.</source>
        <translation>还没有可导出的版本。</translation>
    </message>
    <message>
        <source>v%1, latest</source>
        <translation>v%1，最新</translation>
    </message>
    <message>
        <source>v%1</source>
        <translation>v%1</translation>
    </message>
    <message>
        <source>Version: %1</source>
        <translation>版本：%1</translation>
    </message>
    <message>
        <source>v%1, %2: %3 rows</source>
        <comment>number, time, rows</comment>
        <translation>v%1，%2：%3 行</translation>
    </message>
    <message>
        <source>Import a new version…</source>
        <translation>导入新版本…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>One data set. The overview shows what it holds and where it came from; Table shows and filters its rows; Columns has the statistics of each column; Versions compares any two versions. Ctrl+Tab goes to the next tab.</source>
        <translation>单个数据集。“概览”显示其内容和来源；“表格”浏览并筛选各行；“列”给出每一列的统计；“版本”比较任意两个版本。Ctrl+Tab 切换到下一个标签页。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>动态</translation>
    </message>
    <message>
        <source>Parts of the data set</source>
        <translation>数据集的各部分</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>The data set is being read</source>
        <translation>正在读取数据集</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>%1 is in the trash.</source>
        <translation>%1 在回收站中。</translation>
    </message>
    <message>
        <source>Moved there: %1. Until it is restored it can only be read and exported.</source>
        <comment>time, such as &quot;5 min ago&quot;; the name of the data set stands before</comment>
        <translation>移入时间：%1。恢复之前只能读取和导出。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore under another name</source>
        <translation>以其他名称恢复</translation>
    </message>
    <message>
        <source>Edit name and description…</source>
        <translation>编辑名称和说明…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>lepton::ui::DetailViewModel</name>
    <message>
        <source>The data set was not moved to the trash.</source>
        <translation>数据集没有移到回收站。</translation>
    </message>
    <message>
        <source>It is in the trash. Restore it first.</source>
        <translation>它在回收站中。请先恢复。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::DiagnosticsSection</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>End of the log</source>
        <translation>日志末尾</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>目录库</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>日志模式</translation>
    </message>
    <message>
        <source>Schema of the catalog</source>
        <translation>目录库架构版本</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Longest stall</source>
        <translation>最长停顿</translation>
    </message>
    <message>
        <source>Stall at 99.9 %</source>
        <translation>99.9 % 分位停顿</translation>
    </message>
</context>
<context>
    <name>lepton::ui::Dialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>lepton::ui::Durations</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 days %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>a span of time</comment>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>a time as 5:08</comment>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <comment>a span of time</comment>
        <translation>约剩 %1</translation>
    </message>
</context>
<context>
    <name>lepton::ui::EditDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <comment>name of a data set</comment>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>敏感级别</translation>
    </message>
    <message>
        <source>A label: it tells people, and keeps nobody out.</source>
        <translation>仅作标注：提醒他人，但不限制访问。</translation>
    </message>
    <message>
        <source>Enter or a comma adds a tag.</source>
        <translation>按回车键或逗号添加标签。</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A data set belongs to a department.</source>
        <translation>数据集必须属于一个部门。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何更改。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>empty</source>
        <comment>a field</comment>
        <translation>空</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the words of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Someone has changed this meanwhile. Nothing of yours is saved yet.</source>
        <translation>其间有人改动了这些内容。您的改动尚未保存。</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Save mine</source>
        <translation>保存我的</translation>
    </message>
</context>
<context>
    <name>lepton::ui::EncodingReadings</name>
    <message>
        <source>%1, %2</source>
        <comment>an encoding and what it is for</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>simplified Chinese</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>traditional Chinese</source>
        <translation>繁体中文</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>Western European</source>
        <translation>西欧语言</translation>
    </message>
    <message>
        <source>Central European</source>
        <translation>中欧语言</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>西里尔字母</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>希腊语</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>土耳其语</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>希伯来语</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯语</translation>
    </message>
    <message>
        <source>Baltic</source>
        <translation>波罗的海语言</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>越南语</translation>
    </message>
    <message>
        <source>Read as %1: %2</source>
        <comment>an encoding and a sample</comment>
        <translation>按 %1 读取：%2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::EstimatePanel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>A few steps are made with these settings, to tell the time.</source>
        <translation>正在以这些设置试走几步，以估计时间。</translation>
    </message>
    <message numerus="yes">
        <source>By %Ln step(s) that were made on this computer: %1.</source>
        <translation>
            <numerusform>依据在本机实际走的 %Ln 步：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The time could not be measured: %1</source>
        <translation>未能测量时间：%1</translation>
    </message>
    <message>
        <source>The time is measured once nothing stops the start.</source>
        <translation>没有阻碍开始的问题后，才会测量时间。</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>a size</comment>
        <translation>约 %1</translation>
    </message>
</context>
<context>
    <name>lepton::ui::EventListModel</name>
    <message>
        <source>name</source>
        <comment>of a data set</comment>
        <translation>名称</translation>
    </message>
    <message>
        <source>description</source>
        <comment>of a data set</comment>
        <translation>说明</translation>
    </message>
    <message>
        <source>tags</source>
        <comment>of a data set</comment>
        <translation>标签</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <comment>of a data set</comment>
        <translation>敏感级别</translation>
    </message>
    <message>
        <source>department</source>
        <comment>of a data set</comment>
        <translation>部门</translation>
    </message>
    <message>
        <source>Facts changed</source>
        <translation>更改了信息</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <comment>facts of a data set</comment>
        <translation>更改了：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between facts</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>v%1 imported from %2: %3 rows, %4 left out</source>
        <comment>version, file, rows, rows left out</comment>
        <translation>从 %2 导入 v%1：%3 行，略过 %4 行</translation>
    </message>
    <message>
        <source>v%1 imported from %2: %3 rows</source>
        <comment>version, file, rows</comment>
        <translation>从 %2 导入 v%1：%3 行</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>移到了回收站</translation>
    </message>
    <message>
        <source>Restored from the trash</source>
        <translation>从回收站恢复</translation>
    </message>
    <message>
        <source>Removed for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>lepton::ui::EventModel</name>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Place in the chain</source>
        <translation>链中序号</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>哈希</translation>
    </message>
</context>
<context>
    <name>lepton::ui::EventText</name>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Imported %1 v%2</source>
        <translation>导入了 %1 v%2</translation>
    </message>
    <message>
        <source>Imported %1</source>
        <translation>导入了 %1</translation>
    </message>
    <message>
        <source>Edited %1</source>
        <translation>编辑了 %1</translation>
    </message>
    <message>
        <source>Moved %1 to the trash</source>
        <translation>将 %1 移到回收站</translation>
    </message>
    <message>
        <source>Restored %1</source>
        <translation>恢复了 %1</translation>
    </message>
    <message>
        <source>Removed %1 for good</source>
        <translation>彻底删除了 %1</translation>
    </message>
    <message>
        <source>Queued: %1</source>
        <translation>已排队：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title of a job and its final state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Added the member %1</source>
        <translation>添加了成员 %1</translation>
    </message>
    <message>
        <source>Created the workspace %1</source>
        <translation>创建了工作区 %1</translation>
    </message>
    <message>
        <source>Started %1 on %2 v%3</source>
        <comment>run, data set, its version</comment>
        <translation>在 %2 v%3 上启动了 %1</translation>
    </message>
    <message>
        <source>Resumed %1 from step %2</source>
        <translation>从第 %2 步继续了 %1</translation>
    </message>
    <message>
        <source>Finished %1</source>
        <comment>a run</comment>
        <translation>完成了 %1</translation>
    </message>
    <message>
        <source>Stopped %1</source>
        <comment>a run</comment>
        <translation>停止了 %1</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <comment>run, reason</comment>
        <translation>%1 失败：%2</translation>
    </message>
    <message>
        <source>Removed the name of %1</source>
        <comment>a run</comment>
        <translation>移除了 %1 的名称</translation>
    </message>
    <message>
        <source>Renamed %1 to %2</source>
        <comment>a run</comment>
        <translation>将 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>Tagged %1</source>
        <comment>a run</comment>
        <translation>更改了 %1 的标签</translation>
    </message>
    <message>
        <source>Imported the base model %1</source>
        <translation>导入了基础模型 %1</translation>
    </message>
    <message>
        <source>Moved the base model %1 to the trash</source>
        <translation>将基础模型 %1 移入回收站</translation>
    </message>
    <message>
        <source>Restored the base model %1</source>
        <translation>恢复了基础模型 %1</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Base models</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Revoked the key of %1</source>
        <comment>a member</comment>
        <translation>吊销了 %1 的密钥</translation>
    </message>
    <message>
        <source>Revoked the key of %1: “%2”</source>
        <comment>a member, reason</comment>
        <translation>吊销了 %1 的密钥：“%2”</translation>
    </message>
    <message>
        <source>Gave %1 another key</source>
        <comment>a member</comment>
        <translation>为 %1 更换了密钥</translation>
    </message>
    <message>
        <source>Gave %1 another key: “%2”</source>
        <comment>a member, reason</comment>
        <translation>为 %1 更换了密钥：“%2”</translation>
    </message>
    <message>
        <source>Gave %1 the role %2</source>
        <comment>a member, role</comment>
        <translation>授予 %1 角色：%2</translation>
    </message>
    <message>
        <source>Took the role %2 from %1</source>
        <comment>a member, role</comment>
        <translation>收回 %1 的角色：%2</translation>
    </message>
    <message>
        <source>%1 v%2</source>
        <comment>name and version</comment>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>Members and roles</source>
        <translation>成员与角色</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Standards</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Promotions and reviews</source>
        <translation>晋级与审核</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>production</source>
        <comment>a stage</comment>
        <translation>生产</translation>
    </message>
    <message>
        <source>staging</source>
        <comment>a stage</comment>
        <translation>预发布</translation>
    </message>
    <message>
        <source>archived</source>
        <comment>a stage</comment>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Made the model %1</source>
        <translation>创建了模型 %1</translation>
    </message>
    <message>
        <source>Imported %1 v%2 from the folder %3</source>
        <comment>a model</comment>
        <translation>从文件夹 %3 导入了 %1 v%2</translation>
    </message>
    <message>
        <source>Registered %1 v%2 from %3</source>
        <comment>a model, a run</comment>
        <translation>由 %3 注册了 %1 v%2</translation>
    </message>
    <message>
        <source>Described the model %1</source>
        <translation>填写了模型 %1 的说明</translation>
    </message>
    <message>
        <source>Gave %1 v%2 the alias %3</source>
        <comment>a model</comment>
        <translation>为 %1 v%2 设置别名 %3</translation>
    </message>
    <message>
        <source>Removed the alias %1 of %2</source>
        <comment>alias, model</comment>
        <translation>移除了 %2 的别名 %1</translation>
    </message>
    <message numerus="yes">
        <source>Scored %1: macro F1 %2 over %Ln data set(s)</source>
        <comment>a version of a model</comment>
        <translation>
            <numerusform>评估了 %1：宏 F1 %2，共 %Ln 个数据集</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked to roll %1 back to v%2 (%3): “%4”</source>
        <comment>model, version, promotion, reason</comment>
        <translation>申请将 %1 回退到 v%2（%3）：“%4”</translation>
    </message>
    <message>
        <source>Asked to bring %1 v%2 to %3 (%4): “%5”</source>
        <comment>model, version, stage, promotion, reason</comment>
        <translation>申请将 %1 v%2 晋级到%3（%4）：“%5”</translation>
    </message>
    <message>
        <source>Withdrew %1</source>
        <comment>a promotion</comment>
        <translation>撤回了 %1</translation>
    </message>
    <message>
        <source>Approved %1 (%2)</source>
        <comment>version of a model, promotion</comment>
        <translation>批准了 %1（%2）</translation>
    </message>
    <message>
        <source>Rejected %1 (%2)</source>
        <comment>version of a model, promotion</comment>
        <translation>驳回了 %1（%2）</translation>
    </message>
    <message>
        <source>Approved %1 (%2): “%3”</source>
        <comment>version of a model, promotion, comment</comment>
        <translation>批准了 %1（%2）：“%3”</translation>
    </message>
    <message>
        <source>Rejected %1 (%2): “%3”</source>
        <comment>version of a model, promotion, comment</comment>
        <translation>驳回了 %1（%2）：“%3”</translation>
    </message>
    <message>
        <source>%1 v%2 went to %3 (%4)</source>
        <comment>model, version, stage, promotion</comment>
        <translation>%1 v%2 进入%3（%4）</translation>
    </message>
    <message>
        <source>%1 v%2 does not go to %3 (%4)</source>
        <comment>model, version, stage, promotion</comment>
        <translation>%1 v%2 不进入%3（%4）</translation>
    </message>
    <message>
        <source>Published the standard %1 v%2</source>
        <translation>发布了标准 %1 v%2</translation>
    </message>
    <message numerus="yes">
        <source>Predicted %Ln row(s) with %1 v%2</source>
        <comment>model, version</comment>
        <translation>
            <numerusform>用 %1 v%2 预测了 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed the note on %1</source>
        <comment>a run</comment>
        <translation>删除了 %1 的备注</translation>
    </message>
    <message>
        <source>Wrote a note on %1</source>
        <comment>a run</comment>
        <translation>为 %1 写了备注</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ExportDialog</name>
    <message>
        <source>All rows</source>
        <translation>全部行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export %1 v%2</source>
        <comment>name and version of a data set</comment>
        <translation>导出 %1 v%2</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>TSV</source>
        <translation>TSV</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>The %1 rows that the filter shows</source>
        <translation>筛选后显示的 %1 行</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Choose where the file goes.</source>
        <translation>请选择文件的位置。</translation>
    </message>
    <message>
        <source>The name ends with .csv, .tsv, .jsonl, .ndjson or .parquet: the ending says the format.</source>
        <translation>文件名须以 .csv、.tsv、.jsonl、.ndjson 或 .parquet 结尾：扩展名决定格式。</translation>
    </message>
    <message>
        <source>Give the file with its folder, or choose it.</source>
        <translation>请填写带文件夹的文件名，或进行选择。</translation>
    </message>
    <message>
        <source>The file is being written.</source>
        <translation>正在写入文件。</translation>
    </message>
    <message>
        <source>Written as the file that came in was: a CSV that was not changed comes out equal.</source>
        <translation>按导入文件的原样写出：未改动的 CSV 与原文件一致。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>A file of this name is there already.</source>
        <translation>已有同名文件。</translation>
    </message>
    <message>
        <source>Nothing was written yet.</source>
        <translation>尚未写入任何内容。</translation>
    </message>
    <message>
        <source>It has %1 and was changed on %2.</source>
        <comment>size, date and time</comment>
        <translation>大小 %1，修改于 %2。</translation>
    </message>
    <message>
        <source>There is no such folder. Choose where the file goes.</source>
        <translation>没有这个文件夹。请选择文件的保存位置。</translation>
    </message>
    <message>
        <source>The file was not written.</source>
        <translation>文件没有写出。</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>已停止，没有写出文件。</translation>
    </message>
    <message>
        <source>The file is being written: %1 %</source>
        <translation>正在写入文件：%1 %</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ExpressionBar</name>
    <message>
        <source>Filter, such as age &gt;= 30 and city = &apos;Oslo&apos;</source>
        <translation>筛选，例如 age &gt;= 30 and city = &apos;Oslo&apos;</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sorting, %1 % done</source>
        <translation>正在排序，已完成 %1 %</translation>
    </message>
    <message>
        <source>Looking through %1 rows, %2 % done</source>
        <translation>正在筛选 %1 行，已完成 %2 %</translation>
    </message>
    <message>
        <source>Sorting</source>
        <translation>正在排序</translation>
    </message>
    <message>
        <source>Looking through %1 rows</source>
        <translation>正在筛选 %1 行</translation>
    </message>
</context>
<context>
    <name>lepton::ui::FactList</name>
    <message>
        <source>%1: %2</source>
        <comment>a label and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <comment>what a button copies</comment>
        <translation>复制 %1</translation>
    </message>
</context>
<context>
    <name>lepton::ui::FailureBanner</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what was not done, why</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::FindBar</name>
    <message>
        <source>Went on at the other end</source>
        <translation>已从另一端继续查找</translation>
    </message>
    <message>
        <source>No cell contains “%1”</source>
        <translation>没有单元格包含“%1”</translation>
    </message>
    <message>
        <source>The filter leaves out row %1</source>
        <translation>第 %1 行被筛选排除</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Go to row</source>
        <translation>转到行</translation>
    </message>
    <message>
        <source>Text in a cell</source>
        <translation>单元格中的文字</translation>
    </message>
    <message>
        <source>1 to %1</source>
        <translation>1 至 %1</translation>
    </message>
    <message>
        <source>In this column</source>
        <translation>仅此列</translation>
    </message>
    <message>
        <source>In all columns</source>
        <translation>所有列</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>Type a number from 1 to %1</source>
        <translation>请输入 1 至 %1 之间的数字</translation>
    </message>
</context>
<context>
    <name>lepton::ui::FirstBatchCard</name>
    <message>
        <source>First batch</source>
        <translation>第一个批次</translation>
    </message>
    <message>
        <source>%1 texts as the model reads them, padded to %2 tokens</source>
        <comment>rows, length</comment>
        <translation>%1 条文本，模型读到的样子，填充到 %2 个词元</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln rows</source>
        <translation>
            <numerusform>显示 %Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::GateRow</name>
    <message>
        <source>at least</source>
        <comment>between metric and value</comment>
        <translation>至少</translation>
    </message>
    <message>
        <source>at most</source>
        <comment>between metric and value</comment>
        <translation>至多</translation>
    </message>
    <message>
        <source>below production by at most</source>
        <comment>between metric and value</comment>
        <translation>低于生产版本至多</translation>
    </message>
    <message>
        <source>Remove the gate: %1</source>
        <translation>移除准入检查：%1</translation>
    </message>
    <message>
        <source>Test rows: at least</source>
        <translation>测试行数：至少</translation>
    </message>
    <message>
        <source>Test rows in training: at most</source>
        <translation>出现在训练中的测试行：至多</translation>
    </message>
    <message>
        <source>The run can be repeated</source>
        <translation>运行可以重复</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>classes from</source>
        <translation>类别至少有</translation>
    </message>
    <message>
        <source> test rows</source>
        <translation>行测试数据</translation>
    </message>
    <message>
        <source>Test rows</source>
        <translation>测试行</translation>
    </message>
</context>
<context>
    <name>lepton::ui::GatesCard</name>
    <message>
        <source>%1 of %2</source>
        <comment>signatures</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Other gates</source>
        <translation>其他准入检查</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>准入检查</translation>
    </message>
    <message numerus="yes">
        <source>%Ln signature(s)</source>
        <translation>
            <numerusform>%Ln 个签名</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, waits for you</source>
        <comment>signatures</comment>
        <translation>%1，等待您</translation>
    </message>
    <message>
        <source>%1 of %2 pass, by the standard %3 v%4</source>
        <translation>%2 项中 %1 项通过，依据标准 %3 v%4</translation>
    </message>
</context>
<context>
    <name>lepton::ui::GridText</name>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 value(s)</source>
        <translation>
            <numerusform>%1 个值</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cell(s)</source>
        <translation>
            <numerusform>%1 个单元格</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::HeaderBar</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>搜索，或执行命令</translation>
    </message>
    <message>
        <source>Help on this page</source>
        <translation>本页帮助</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
</context>
<context>
    <name>lepton::ui::HeatLegend</name>
    <message>
        <source>right, by share of the row</source>
        <translation>正确，按行内占比</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Right cells are blue, wrong ones orange; the stronger, the larger their share of the row.</source>
        <translation>正确的单元格为蓝色，错误的为橙色；颜色越深，占该行的比例越大。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::HelpDialog</name>
    <message>
        <source>to</source>
        <comment>from one key to another</comment>
        <translation>至</translation>
    </message>
    <message>
        <source>Search, or run a command</source>
        <translation>搜索，或执行命令</translation>
    </message>
    <message>
        <source>Pages of the rail</source>
        <translation>导航栏中的页面</translation>
    </message>
    <message>
        <source>Filter of this page</source>
        <translation>本页筛选</translation>
    </message>
    <message>
        <source>Back, forward</source>
        <translation>后退、前进</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Side sheet</source>
        <translation>侧栏</translation>
    </message>
    <message>
        <source>Running jobs</source>
        <translation>正在运行的任务</translation>
    </message>
    <message>
        <source>Narrow or widen the rail</source>
        <translation>收窄或展开导航栏</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Next, previous pane</source>
        <translation>下一个、上一个区域</translation>
    </message>
    <message>
        <source>Close the top layer, then clear the filter</source>
        <translation>关闭最上层，然后清除筛选</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
</context>
<context>
    <name>lepton::ui::HistHeader</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4 missing</source>
        <translation>%1，%2，%3，缺失 %4</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>升序排序</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>降序排序</translation>
    </message>
    <message>
        <source>Sort by row number</source>
        <translation>按行号排序</translation>
    </message>
    <message>
        <source>Filter by this column</source>
        <translation>按此列筛选</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>复制列名</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>适应列宽</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>隐藏此列</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
</context>
<context>
    <name>lepton::ui::HistoryCard</name>
    <message>
        <source>no version</source>
        <translation>没有版本</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message numerus="yes">
        <source>%Ln move(s)</source>
        <translation>
            <numerusform>%Ln 次移动</numerusform>
        </translation>
    </message>
    <message>
        <source>In production at the end of</source>
        <translation>当日结束时在生产中的版本</translation>
    </message>
    <message>
        <source>No version has moved to a stage yet.</source>
        <translation>还没有版本移动过阶段。</translation>
    </message>
    <message>
        <source>%1, to roll back</source>
        <comment>who asked</comment>
        <translation>%1，为回滚</translation>
    </message>
    <message>
        <source>nobody had to</source>
        <translation>无需批准</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between members</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Moved to</source>
        <translation>移到</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, as in QLocale::toString</comment>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>lepton::ui::HomePage</name>
    <message>
        <source>That could not be done.</source>
        <translation>未能完成该操作。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The workspace cannot be read now.</source>
        <translation>现在无法读取工作区。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>Home shows what waits for you and what can be done about it, what you asked for, what was decided, the jobs that run, what happened in this workspace, and the newest data sets and runs. It follows what others do while it is shown. A row opens what it names.</source>
        <translation>首页显示等您处理的事项及可以采取的操作、您的申请、已做的决定、正在运行的任务、本工作区里发生的事情，以及最新的数据集和运行。显示期间会随他人的操作更新。点击一行可打开它所指的对象。</translation>
    </message>
    <message>
        <source>Dismissed: %1</source>
        <comment>what happened</comment>
        <translation>已关闭：%1</translation>
    </message>
</context>
<context>
    <name>lepton::ui::IdentitySection</name>
    <message>
        <source>Identity</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>What you do here is signed with your key, which stays on this computer.</source>
        <translation>您在这里的操作都会用您的密钥签名；密钥只保存在本机。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Unlock the key</source>
        <translation>解锁密钥</translation>
    </message>
    <message>
        <source>Who you are here could not be read.</source>
        <translation>无法读取您在这里的身份。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>This computer has no key for this workspace: you can read it, and change nothing. Under Members you make a request to join.</source>
        <translation>本机没有此工作区的密钥：您可以读取，但不能做任何更改。可在“成员”中生成加入申请。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The key is revoked: it signs nothing more.</source>
        <translation>密钥已被吊销：不能再签名。</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>Until the workspace is closed, what you do is signed without asking.</source>
        <translation>在关闭工作区之前，您的操作会直接签名，不再询问。</translation>
    </message>
    <message>
        <source>The key is being opened.</source>
        <translation>正在打开密钥。</translation>
    </message>
    <message>
        <source>Type the passphrase of your key.</source>
        <translation>请输入密钥的口令。</translation>
    </message>
    <message>
        <source>The key file is gone. Put it back from a copy, or ask an admin for another key: a request with a new key is made under Members when the workspace is opened the next time.</source>
        <translation>密钥文件不见了。请从副本放回，或向管理员申请更换密钥：下次打开工作区时，可在“成员”中用新密钥生成申请。</translation>
    </message>
    <message>
        <source>The key is locked: nothing can be signed until you unlock it.</source>
        <translation>密钥已锁定：解锁之前无法签名。</translation>
    </message>
    <message>
        <source>The key file is useless to whoever does not know the passphrase.</source>
        <translation>不知道口令的人拿到密钥文件也无法使用。</translation>
    </message>
    <message>
        <source>There is none: whoever can read the key file can sign in your name.</source>
        <translation>没有口令：能读取密钥文件的人都可以以您的名义签名。</translation>
    </message>
    <message>
        <source>Change passphrase…</source>
        <translation>更改口令…</translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation>设置口令…</translation>
    </message>
    <message>
        <source>The key file is gone.</source>
        <translation>密钥文件不见了。</translation>
    </message>
    <message>
        <source>Your key is open until the workspace is closed</source>
        <translation>在关闭工作区之前，您的密钥保持打开</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportDialog</name>
    <message>
        <source>Choose another</source>
        <translation>选择其他文件</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>没有导入任何内容。</translation>
    </message>
    <message>
        <source>Import as v%1</source>
        <translation>导入为 v%1</translation>
    </message>
    <message>
        <source>Nothing is saved until the whole file is read.</source>
        <translation>读完整个文件之前不会保存任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln 列</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <comment>rows that are imported, all</comment>
        <translation>%1 / %2 行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2. Nothing is saved until the whole file is read.</source>
        <comment>rows, columns</comment>
        <translation>%1，%2。读完整个文件之前不会保存任何内容。</translation>
    </message>
    <message>
        <source>Choose a file to import</source>
        <translation>选择要导入的文件</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportListModel</name>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>encoding, delimiter</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>new version of %1</source>
        <translation>%1 的新版本</translation>
    </message>
    <message>
        <source>new data set %1</source>
        <translation>新数据集 %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>导入为</translation>
    </message>
    <message>
        <source>new version of %1, read as v%2 was</source>
        <comment>data set, number</comment>
        <translation>%1 的新版本，读取方式同 v%2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportManyDialog</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln file(s)</source>
        <translation>
            <numerusform>导入 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Not all files were queued.</source>
        <translation>部分文件没有进入队列。</translation>
    </message>
    <message>
        <source>The files are being looked at.</source>
        <translation>正在检查文件。</translation>
    </message>
    <message>
        <source>None of the files can be read.</source>
        <translation>所有文件都无法读取。</translation>
    </message>
    <message>
        <source>Choose a file of the list first.</source>
        <translation>请先在列表中选择一个文件。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be read and are left out.</source>
        <translation>
            <numerusform>%Ln 个文件无法读取，将被略过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Each is imported in the background as it was found. A row that cannot be read stops its file.</source>
        <translation>每个文件都按检测结果在后台导入。遇到无法读取的行时，该文件会停止导入。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportModelDialog</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import base model</source>
        <translation>导入基础模型</translation>
    </message>
    <message>
        <source>Folder of the model</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>A Hugging Face folder: config.json, model.safetensors, and tokenizer.json or vocab.txt.</source>
        <translation>Hugging Face 文件夹：config.json、model.safetensors，以及 tokenizer.json 或 vocab.txt。</translation>
    </message>
    <message>
        <source>Name in this workspace</source>
        <translation>在此工作区中的名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose the folder of a model.</source>
        <translation>请选择模型的文件夹。</translation>
    </message>
    <message>
        <source>The model is being read.</source>
        <translation>正在读取模型。</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>未导入任何内容。</translation>
    </message>
    <message>
        <source>The files are being checked and copied. Cancel leaves nothing behind.</source>
        <translation>正在检查并复制文件。取消不会留下任何内容。</translation>
    </message>
    <message>
        <source>%1 is imported</source>
        <comment>name of a base model</comment>
        <translation>已导入 %1</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportOptionsPanel</name>
    <message>
        <source>First row has the names</source>
        <translation>首行是列名</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>the character</comment>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>One character</source>
        <translation>一个字符</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引号</translation>
    </message>
    <message>
        <source>Double quote</source>
        <translation>双引号</translation>
    </message>
    <message>
        <source>Single quote</source>
        <translation>单引号</translation>
    </message>
    <message>
        <source>No quotes</source>
        <translation>无引号</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>As found</source>
        <comment>the decimal mark</comment>
        <translation>按检测结果</translation>
    </message>
    <message>
        <source>Read as missing</source>
        <translation>视为缺失</translation>
    </message>
    <message>
        <source>Quote and decimal</source>
        <translation>引号与小数点</translation>
    </message>
    <message>
        <source>beside empty fields</source>
        <translation>空字段之外</translation>
    </message>
    <message>
        <source>as you say</source>
        <translation>按您的设置</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>%1 % 把握</translation>
    </message>
    <message>
        <source>found</source>
        <translation>已检测</translation>
    </message>
    <message>
        <source>Read afresh</source>
        <translation>重新检测</translation>
    </message>
    <message>
        <source>Finds encoding, delimiter, types and words for missing in the file itself</source>
        <translation>从文件本身检测编码、分隔符、类型和表示缺失的词</translation>
    </message>
    <message>
        <source>as v%1</source>
        <comment>read as a version was</comment>
        <translation>同 v%1</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportPreviewModel</name>
    <message>
        <source>missing</source>
        <comment>a cell without a value</comment>
        <translation>缺失</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name and type of a column</comment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) too many</source>
        <translation>
            <numerusform>多 %Ln 个字段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) too few</source>
        <translation>
            <numerusform>少 %Ln 个字段</numerusform>
        </translation>
    </message>
    <message>
        <source>wrong number of fields</source>
        <translation>字段数不符</translation>
    </message>
    <message>
        <source>bytes that are no text</source>
        <translation>无法解码的字节</translation>
    </message>
    <message>
        <source>a zero byte</source>
        <translation>含零字节</translation>
    </message>
    <message>
        <source>a quote is not closed</source>
        <translation>引号未闭合</translation>
    </message>
    <message>
        <source>text after a quote</source>
        <translation>引号后还有文字</translation>
    </message>
    <message>
        <source>a quote inside a field</source>
        <translation>字段内有引号</translation>
    </message>
    <message>
        <source>does not fit the type</source>
        <translation>与类型不符</translation>
    </message>
    <message>
        <source>number out of range</source>
        <translation>数值超出范围</translation>
    </message>
    <message>
        <source>no JSON object</source>
        <translation>不是 JSON 对象</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportPreviewPanel</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>The file as text</source>
        <translation>文件文本</translation>
    </message>
    <message>
        <source>The file as bytes</source>
        <translation>文件字节</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>无法读取文件。</translation>
    </message>
    <message>
        <source>first %1 of %2 rows, and the rows that cannot be read</source>
        <translation>前 %1 / %2 行，以及无法读取的行</translation>
    </message>
    <message>
        <source>first %1 of %2 rows</source>
        <translation>前 %1 / %2 行</translation>
    </message>
    <message numerus="yes">
        <source>first %Ln row(s)</source>
        <translation>
            <numerusform>前 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole file is looked through: %1 %</source>
        <translation>正在检查整个文件：%1 %</translation>
    </message>
    <message>
        <source>The whole file is looked through.</source>
        <translation>正在检查整个文件。</translation>
    </message>
    <message>
        <source>The file cannot be read to its end.</source>
        <translation>文件无法读到末尾。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read.</source>
        <translation>
            <numerusform>%Ln 行无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the first</source>
        <translation>查看第一处</translation>
    </message>
    <message numerus="yes">
        <source>Leave out the %Ln row(s) and list them in the version</source>
        <translation>
            <numerusform>略过这 %Ln 行，并在版本中列出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import nothing until the %Ln row(s) are mended</source>
        <translation>
            <numerusform>修正这 %Ln 行之前不导入任何内容</numerusform>
        </translation>
    </message>
    <message>
        <source>As found</source>
        <translation>按检测结果</translation>
    </message>
    <message numerus="yes">
        <source>decimal, %Ln digit(s) behind the point</source>
        <translation>
            <numerusform>定点小数，%Ln 位小数</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), and the rows that cannot be read</source>
        <translation>
            <numerusform>%Ln 行，以及无法读取的行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportTargetPanel</name>
    <message>
        <source>A new data set</source>
        <translation>新数据集</translation>
    </message>
    <message>
        <source>Data set that gets the new version</source>
        <translation>获得新版本的数据集</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Note for this version</source>
        <translation>此版本的备注</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>敏感级别</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>保存为</translation>
    </message>
    <message>
        <source>A new version of %1, v%2</source>
        <comment>data set, number</comment>
        <translation>%1 的新版本 v%2</translation>
    </message>
    <message>
        <source>A new version of a data set</source>
        <translation>某个数据集的新版本</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ImportViewModel</name>
    <message>
        <source>Choose a file first.</source>
        <translation>请先选择文件。</translation>
    </message>
    <message>
        <source>The beginning of the file is being read.</source>
        <translation>正在读取文件开头。</translation>
    </message>
    <message>
        <source>The file cannot be read: see above.</source>
        <translation>无法读取文件：见上方说明。</translation>
    </message>
    <message>
        <source>The file cannot be read to its end: see above.</source>
        <translation>文件无法读到末尾：见上方说明。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be read. Mend the file and choose it again, or leave the rows out.</source>
        <translation>
            <numerusform>%Ln 行无法读取。请修正文件后重新选择，或略过这些行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the data set that gets the new version.</source>
        <translation>请选择获得新版本的数据集。</translation>
    </message>
    <message>
        <source>There is a data set of this name. Choose another name, or import a new version of it.</source>
        <translation>已有同名数据集。请换一个名称，或导入为它的新版本。</translation>
    </message>
    <message>
        <source>How the version before was read is being looked up.</source>
        <translation>正在查看上一版本的读取方式。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::JobItem</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel “%1”</source>
        <translation>取消“%1”</translation>
    </message>
    <message>
        <source>Resume “%1”</source>
        <translation>继续“%1”</translation>
    </message>
    <message>
        <source>Pause “%1”</source>
        <translation>暂停“%1”</translation>
    </message>
    <message>
        <source>Stop “%1”: what it has done is saved</source>
        <translation>停止“%1”：已完成的部分会保存</translation>
    </message>
</context>
<context>
    <name>lepton::ui::JobStrip</name>
    <message>
        <source>No jobs. What runs is always shown here.</source>
        <translation>没有任务。正在运行的任务会一直显示在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln 项失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln 项进行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln queued</source>
        <translation>
            <numerusform>%Ln 项排队</numerusform>
        </translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>further jobs</comment>
        <translation>另 %1 项</translation>
    </message>
    <message>
        <source>Lepton Workbench %1</source>
        <translation>Lepton Workbench %1</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>已全部保存</translation>
    </message>
    <message>
        <source>The workspace cannot be reached</source>
        <translation>无法访问工作区</translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln 项已暂停</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::JobText</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>“%1” was cancelled</source>
        <translation>“%1”已取消</translation>
    </message>
    <message>
        <source>“%1” is done</source>
        <translation>“%1”已完成</translation>
    </message>
    <message>
        <source>Nothing new: “%1” v%2 holds the same content already</source>
        <translation>没有新内容：“%1”v%2 已有相同的内容</translation>
    </message>
    <message>
        <source>“%1” v%2 was imported: %3 rows</source>
        <comment>name, number, rows</comment>
        <translation>已导入“%1”v%2：%3 行</translation>
    </message>
    <message>
        <source>saving and stopping</source>
        <translation>正在保存并停止</translation>
    </message>
    <message>
        <source>pausing</source>
        <translation>正在暂停</translation>
    </message>
    <message>
        <source>“%1” was stopped before its end</source>
        <translation>“%1”在完成前已停止</translation>
    </message>
</context>
<context>
    <name>lepton::ui::JobsSection</name>
    <message>
        <source>Jobs that run at once</source>
        <translation>同时运行的任务数</translation>
    </message>
    <message>
        <source>Further ones wait in the queue. Jobs that run already go on.</source>
        <translation>其余任务排队等待；已在运行的任务会继续。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) run at once now</source>
        <translation>
            <numerusform>现在同时运行 %Ln 项任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Jobs and runs</source>
        <translation>任务与运行</translation>
    </message>
    <message>
        <source>Device of new runs</source>
        <translation>新运行的设备</translation>
    </message>
    <message>
        <source>Threads of new runs</source>
        <translation>新运行的线程数</translation>
    </message>
    <message>
        <source>A run can have its own number on the page New run.</source>
        <translation>可在“新建运行”页面为某次运行单独设置。</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>所有核心</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>显卡 (CUDA)</translation>
    </message>
    <message>
        <source>Automatic takes the graphics card where it works.</source>
        <translation>自动：显卡可用时使用显卡。</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card with a driver was found here.</source>
        <translation>此处未找到带驱动程序的 NVIDIA 显卡。</translation>
    </message>
    <message numerus="yes">
        <source>New runs are trained on %1, with %Ln thread(s) beside it.</source>
        <translation>
            <numerusform>新运行在 %1 上训练，另用 %Ln 个线程。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New runs are trained on the CPU, on %Ln thread(s).</source>
        <translation>
            <numerusform>新运行在 CPU 上以 %Ln 个线程训练。</numerusform>
        </translation>
    </message>
    <message>
        <source>The threads of new runs were changed</source>
        <translation>已更改新运行的线程数</translation>
    </message>
    <message>
        <source>The device of new runs was changed</source>
        <translation>已更改新运行的设备</translation>
    </message>
</context>
<context>
    <name>lepton::ui::JoinPanel</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Ask to join</source>
        <translation>申请加入</translation>
    </message>
    <message>
        <source>You make a key, which stays on this computer, and a file with its public half. Send the file to an admin of the workspace, who enrols you. Whoever has lost a key asks in the same way.</source>
        <translation>您会生成一把只保存在本机的密钥，以及一个含有其公开部分的文件。把文件发给工作区的管理员，由管理员为您登记。丢失密钥的人也用同样的方式申请。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation>密钥的口令</translation>
    </message>
    <message>
        <source>Empty for none.</source>
        <translation>留空表示不设口令。</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>Make the request file…</source>
        <translation>生成申请文件…</translation>
    </message>
    <message>
        <source>The same from a command line:</source>
        <translation>等同的命令：</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation>复制指纹</translation>
    </message>
    <message>
        <source>The key is being made.</source>
        <translation>正在生成密钥。</translation>
    </message>
    <message>
        <source>Give your name and department.</source>
        <translation>请填写姓名和部门。</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>两次输入的口令不同。</translation>
    </message>
    <message>
        <source>This is another one.</source>
        <translation>与前一个不同。</translation>
    </message>
    <message>
        <source>Request file</source>
        <translation>申请文件</translation>
    </message>
    <message>
        <source>No request was made.</source>
        <translation>没有生成申请。</translation>
    </message>
    <message>
        <source>The request is made.</source>
        <translation>申请已生成。</translation>
    </message>
    <message>
        <source>Send %1 to an admin of the workspace, and tell your fingerprint in another way, by telephone for example: %2. Open the workspace again when you are enrolled.</source>
        <comment>file, fingerprint</comment>
        <translation>请把 %1 发给工作区的管理员，并用另一种方式（例如电话）告知您的指纹：%2。登记之后请重新打开工作区。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::LineageBox</name>
    <message>
        <source>data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Data set %1</source>
        <translation>数据集 %1</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>imported, %1</source>
        <comment>size</comment>
        <translation>导入，%1</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>v%1 now</source>
        <comment>version in production</comment>
        <translation>现为 v%1</translation>
    </message>
    <message>
        <source>In production: %1</source>
        <translation>生产中：%1</translation>
    </message>
    <message>
        <source>%1, hash %2</source>
        <translation>%1，哈希 %2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::LineageCard</name>
    <message>
        <source>Lineage</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>from the data to what it replaces, each named by its hash</source>
        <translation>从数据到它所替换的版本，均以哈希标明</translation>
    </message>
</context>
<context>
    <name>lepton::ui::LogCard</name>
    <message numerus="yes">
        <source>%1 of %Ln line(s)</source>
        <comment>log lines that match, all lines</comment>
        <translation>
            <numerusform>%1 / %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was logged, or the run is complete: its facts tell what became of it.</source>
        <translation>没有日志，或运行已完成：结果见基本情况。</translation>
    </message>
    <message>
        <source>Nothing was logged yet.</source>
        <translation>尚无日志。</translation>
    </message>
    <message>
        <source>No line has these words.</source>
        <translation>没有包含这些词的行。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>In the words of the library: “%1”</source>
        <translation>训练库的原文：“%1”</translation>
    </message>
</context>
<context>
    <name>lepton::ui::MachineCard</name>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message numerus="yes">
        <source>%Ln thread(s), %1 memory</source>
        <translation>
            <numerusform>%Ln 线程，%1 内存</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thread(s)</source>
        <translation>
            <numerusform>%Ln 线程</numerusform>
        </translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>being looked at</source>
        <translation>正在检测</translation>
    </message>
    <message>
        <source>None found; large models take longer</source>
        <translation>未找到；大模型需要更久</translation>
    </message>
</context>
<context>
    <name>lepton::ui::MainWindow</name>
    <message>
        <source>“%1” could not be opened.</source>
        <translation>无法打开“%1”。</translation>
    </message>
    <message>
        <source>The workspace could not be opened</source>
        <translation>无法打开工作区</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 - %2 - Lepton Workbench</source>
        <comment>page and workspace</comment>
        <translation>%1 - %2 - Lepton Workbench</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>有任务正在运行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) of this window have not ended. A cancelled import leaves nothing behind.</source>
        <translation>
            <numerusform>此窗口还有 %Ln 项任务没有结束。取消导入不会留下任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留在这里</translation>
    </message>
    <message>
        <source>Cancel them and go on</source>
        <translation>取消任务并继续</translation>
    </message>
    <message>
        <source>Wait until they are done</source>
        <translation>等待任务完成</translation>
    </message>
    <message>
        <source>Open the sample workspace</source>
        <translation>打开示例工作区</translation>
    </message>
    <message>
        <source>Leave the workspace</source>
        <translation>离开工作区</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>系统主题</translation>
    </message>
    <message>
        <source>Narrow or widen the rail</source>
        <translation>收窄或展开导航栏</translation>
    </message>
    <message>
        <source>Go to the running jobs</source>
        <translation>转到正在运行的任务</translation>
    </message>
    <message>
        <source>Read the page again</source>
        <translation>重新读取本页</translation>
    </message>
    <message>
        <source>Help on this page</source>
        <translation>本页帮助</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Folder of the workspace</source>
        <translation>工作区文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) of this window have not ended. A training is saved and can go on later; a cancelled import leaves nothing behind.</source>
        <translation>
            <numerusform>此窗口还有 %Ln 项任务没有结束。训练会保存，以后可以继续；取消导入不会留下任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save, stop them and go on</source>
        <translation>保存、停止任务并继续</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>语言：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) of this window have not ended. In the background, the window is hidden and the program ends with the last job. Or a training saves a checkpoint and can go on later.</source>
        <translation>
            <numerusform>此窗口有 %Ln 个任务尚未结束。在后台完成时，窗口会隐藏，程序在最后一个任务结束时退出。也可以让训练保存检查点，以后继续。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) of this window have not ended. In the background, the window is hidden and the program ends with the last job. A cancelled import leaves nothing behind.</source>
        <translation>
            <numerusform>此窗口有 %Ln 个任务尚未结束。在后台完成时，窗口会隐藏，程序在最后一个任务结束时退出。取消的导入不会留下任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>保存并关闭</translation>
    </message>
    <message>
        <source>Cancel them and close</source>
        <translation>取消任务并关闭</translation>
    </message>
    <message>
        <source>Finish in the background</source>
        <translation>在后台完成</translation>
    </message>
    <message>
        <source>Jobs are still saving</source>
        <translation>任务仍在保存</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) of this window are saving what they have. The window closes with the last of them.</source>
        <translation>
            <numerusform>此窗口有 %Ln 个任务正在保存。最后一个保存完后窗口关闭。</numerusform>
        </translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存并关闭</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>The jobs are saving; the window closes by itself</source>
        <translation>任务正在保存；窗口会自动关闭</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>打开工作区…</translation>
    </message>
    <message>
        <source>Create a workspace…</source>
        <translation>创建工作区…</translation>
    </message>
</context>
<context>
    <name>lepton::ui::MemberDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The change is being signed.</source>
        <translation>正在签名。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有做任何更改。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::MemberListModel</name>
    <message>
        <source>no role</source>
        <translation>无角色</translation>
    </message>
    <message>
        <source>Key revoked</source>
        <translation>密钥已吊销</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, department</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>lepton::ui::MembersSection</name>
    <message>
        <source>Request of a newcomer</source>
        <translation>新成员的申请</translation>
    </message>
    <message>
        <source>Request with the other key</source>
        <translation>含有新密钥的申请</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Who may do what here. Each change is an event that is signed with the key of the admin who made it, and everyone can read it under Activity.</source>
        <translation>谁在这里可以做什么。每次更改都是一条由管理员用自己的密钥签名的事件，所有人都能在“动态”中看到。</translation>
    </message>
    <message>
        <source>Enrol from a request…</source>
        <translation>按申请登记…</translation>
    </message>
    <message>
        <source>Roles…</source>
        <translation>角色…</translation>
    </message>
    <message>
        <source>Replace key…</source>
        <translation>更换密钥…</translation>
    </message>
    <message>
        <source>Revoke key…</source>
        <translation>吊销密钥…</translation>
    </message>
    <message>
        <source>The members are being read.</source>
        <translation>正在读取成员。</translation>
    </message>
    <message>
        <source>The members could not be read.</source>
        <translation>无法读取成员。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>You are a member now.</source>
        <translation>您现在是成员了。</translation>
    </message>
    <message>
        <source>Open the workspace again to work in it.</source>
        <translation>请重新打开工作区，以便开始工作。</translation>
    </message>
    <message>
        <source>Choose a member in the list first.</source>
        <translation>请先在列表中选择一名成员。</translation>
    </message>
    <message>
        <source>This key is revoked already.</source>
        <translation>此密钥已被吊销。</translation>
    </message>
    <message>
        <source>Requests (*.json)</source>
        <translation>申请 (*.json)</translation>
    </message>
</context>
<context>
    <name>lepton::ui::MembersViewModel</name>
    <message>
        <source>The members are being read.</source>
        <translation>正在读取成员。</translation>
    </message>
    <message>
        <source>Only admins change members, and you are not a member here.</source>
        <translation>只有管理员可以更改成员，而您不是这里的成员。</translation>
    </message>
    <message>
        <source>Your key was revoked: it signs nothing more.</source>
        <translation>您的密钥已被吊销：不能再签名。</translation>
    </message>
    <message>
        <source>Only admins change members. Ask one of them.</source>
        <translation>只有管理员可以更改成员。请联系其中一位。</translation>
    </message>
    <message>
        <source>Your key is locked. Give its passphrase under Identity first.</source>
        <translation>您的密钥已锁定。请先在“身份”中输入口令。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::MetricsCard</name>
    <message>
        <source>Against production</source>
        <translation>与生产对比</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数值</translation>
    </message>
    <message numerus="yes">
        <source>%Ln test row(s), both versions scored for this request</source>
        <translation>
            <numerusform>%Ln 个测试行，两个版本均为此申请评分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln test row(s), scored for this request</source>
        <translation>
            <numerusform>%Ln 个测试行，为此申请评分</numerusform>
        </translation>
    </message>
    <message>
        <source>As each run recorded them on its own test part</source>
        <translation>各运行在自己的测试部分上所记录的值</translation>
    </message>
    <message>
        <source>Full report</source>
        <translation>完整报告</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a gate, and why it failed</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>no gate</source>
        <translation>无准入检查</translation>
    </message>
    <message>
        <source>v%1, now</source>
        <comment>version in production</comment>
        <translation>v%1，现在</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>准入检查</translation>
    </message>
    <message numerus="yes">
        <source>%Ln gate(s) failed, so this cannot be approved.</source>
        <translation>
            <numerusform>有 %Ln 个准入检查未通过，因此不能批准。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer metrics</source>
        <translation>显示较少指标</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more metric(s)</source>
        <translation>
            <numerusform>另外 %Ln 个指标</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::ModelCardView</name>
    <message>
        <source>Model card</source>
        <translation>模型卡片</translation>
    </message>
    <message>
        <source>facts from the log, and what people typed</source>
        <translation>日志中的事实，以及人们填写的内容</translation>
    </message>
    <message>
        <source>Export the model card</source>
        <translation>导出模型卡片</translation>
    </message>
    <message>
        <source>Edit use and limits…</source>
        <translation>编辑用途与限制…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ModelFrame</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>所有模型</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ModelPage</name>
    <message>
        <source>%1 is in the trash</source>
        <translation>%1 已移到回收站</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>%1 已恢复</translation>
    </message>
    <message>
        <source>The card is in %1</source>
        <comment>name of a file</comment>
        <translation>卡片在 %1 中</translation>
    </message>
    <message>
        <source>The model cannot be shown.</source>
        <translation>无法显示该模型。</translation>
    </message>
    <message>
        <source>An imported version does not say which columns it reads.</source>
        <translation>导入的版本没有说明它读取哪些列。</translation>
    </message>
    <message>
        <source>%1, %2, of %3</source>
        <comment>department, task, owner</comment>
        <translation>%1，%2，所有者 %3</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>在回收站中</translation>
    </message>
    <message>
        <source>%1 waits for a decision already.</source>
        <translation>%1 已在等待决定。</translation>
    </message>
    <message>
        <source>It is in the trash. Restore it first.</source>
        <translation>它在回收站中。请先恢复。</translation>
    </message>
    <message>
        <source>It is in production already.</source>
        <translation>它已在生产中。</translation>
    </message>
    <message>
        <source>Set an alias…</source>
        <translation>设置别名…</translation>
    </message>
    <message>
        <source>Remove the alias %1</source>
        <translation>移除别名 %1</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>恢复 %1</translation>
    </message>
    <message>
        <source>Move %1 to the trash</source>
        <translation>将 %1 移到回收站</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>A model of this workspace. Its versions are at the left: each was made by a run or imported. Promote asks for a stage with a reason; the standard of the department says which gates hold and who must approve. Roll back asks for the version that was in production before. The history says what was in production on any day.</source>
        <translation>此工作区的一个模型。左侧是它的版本：每个版本由运行生成或导入。“晋级”以理由申请一个阶段；部门的标准规定哪些准入检查有效、谁必须批准。“回滚”申请先前在生产中的版本。历史说明任何一天在生产中的是什么。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试用</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>晋级</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>The model is being read.</source>
        <translation>正在读取模型。</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>回滚…</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ModelVersionsModel</name>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>在回收站中</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between aliases</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Imported from the folder %1</source>
        <translation>从文件夹 %1 导入</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Registered by</source>
        <translation>注册人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ModelViewModel</name>
    <message>
        <source>v%1 was not moved to the trash.</source>
        <translation>v%1 未移到回收站。</translation>
    </message>
    <message>
        <source>v%1 was not restored.</source>
        <translation>v%1 未恢复。</translation>
    </message>
    <message>
        <source>The alias was not set.</source>
        <translation>别名未设置。</translation>
    </message>
    <message>
        <source>The alias was not removed.</source>
        <translation>别名未移除。</translation>
    </message>
    <message>
        <source>The card was not changed.</source>
        <translation>卡片未更改。</translation>
    </message>
    <message>
        <source>The card was not saved.</source>
        <translation>卡片未保存。</translation>
    </message>
    <message>
        <source>The past cannot be read.</source>
        <translation>无法读取历史。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ModelsPage</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln 个申请</numerusform>
        </translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>预发布</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改时间</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>No models yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>A model is registered from a completed run. Its versions then go to staging and production, each move asked for and signed.</source>
        <translation>模型由已完成的运行注册。其版本随后进入预发布和生产，每次移动都须申请并签署。</translation>
    </message>
    <message>
        <source>The models cannot be read.</source>
        <translation>无法读取模型。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The models of this workspace. A model has versions, each made by a run or imported from a folder; one of them is in production. At the left are the requests for a promotion that wait for a decision. Enter opens a model.</source>
        <translation>此工作区的模型。每个模型有若干版本，由运行生成或从文件夹导入；其中一个在生产中。左侧是等待决定的晋级申请。按 Enter 打开模型。</translation>
    </message>
    <message>
        <source>Register model</source>
        <translation>注册模型</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>筛选模型</translation>
    </message>
    <message>
        <source>The models are being read.</source>
        <translation>正在读取模型。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ModelsSide</name>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln 项等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>Versions of %1</source>
        <translation>%1 的版本</translation>
    </message>
    <message>
        <source>Pending reviews</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>No request waits for a decision.</source>
        <translation>没有等待决定的申请。</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>%1, by version</source>
        <comment>a metric</comment>
        <translation>%1，各版本</translation>
    </message>
</context>
<context>
    <name>lepton::ui::MoreSettings</name>
    <message>
        <source>%1: %2</source>
        <comment>a setting and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>all at their usual values</source>
        <translation>均为常用值</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
</context>
<context>
    <name>lepton::ui::MyRequestsCard</name>
    <message>
        <source>My requests</source>
        <translation>我的申请</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>全部模型</translation>
    </message>
    <message>
        <source>Nothing that you asked for waits.</source>
        <translation>没有等待中的申请。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>version of a model, stage</comment>
        <translation>%1 进入%2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::NameRule</name>
    <message>
        <source>A name has 1 to 120 characters, no / and no @, and no blank at its ends.</source>
        <translation>名称为 1 至 120 个字符，不含 / 和 @，首尾没有空格。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::NavRail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Activity and settings</source>
        <translation>动态与设置</translation>
    </message>
    <message>
        <source>Shared workspace</source>
        <translation>共享工作区</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>本机工作区</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>department and roles</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2 waiting for you</source>
        <comment>page and how much</comment>
        <translation>%1，%2 项等待您</translation>
    </message>
    <message>
        <source>%1 · key revoked</source>
        <comment>department</comment>
        <translation>%1 · 密钥已吊销</translation>
    </message>
</context>
<context>
    <name>lepton::ui::NewDatasetsCard</name>
    <message>
        <source>Newest data sets</source>
        <translation>最新数据集</translation>
    </message>
    <message>
        <source>All data sets</source>
        <translation>全部数据集</translation>
    </message>
    <message>
        <source>There is no data set yet.</source>
        <translation>还没有数据集。</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln row(s)</source>
        <comment>department, rows</comment>
        <translation>
            <numerusform>%1，%Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::NewRunDataCard</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Text column</source>
        <translation>文本列</translation>
    </message>
    <message>
        <source>Label column</source>
        <translation>标签列</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>stratified by label, equal texts stay together</source>
        <translation>按标签分层，相同文本在一起</translation>
    </message>
    <message>
        <source>its values name the part of each row</source>
        <translation>其取值指明每行所属部分</translation>
    </message>
</context>
<context>
    <name>lepton::ui::NewRunModelCard</name>
    <message numerus="yes">
        <source>%Ln imported</source>
        <comment>base models</comment>
        <translation>
            <numerusform>已导入 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>No base model</source>
        <translation>没有基础模型</translation>
    </message>
    <message>
        <source>There is none yet: import one to start from.</source>
        <translation>还没有：请先导入一个。</translation>
    </message>
    <message>
        <source>Import base model…</source>
        <translation>导入基础模型…</translation>
    </message>
</context>
<context>
    <name>lepton::ui::NewRunPage</name>
    <message>
        <source>The command is copied</source>
        <translation>命令已复制</translation>
    </message>
    <message>
        <source>The run was not started.</source>
        <translation>运行未开始。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>There is nothing to choose from.</source>
        <translation>没有可选的内容。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Device not known</source>
        <translation>设备未知</translation>
    </message>
    <message>
        <source>Looking for the device</source>
        <translation>正在查找设备</translation>
    </message>
    <message>
        <source>It starts as soon as the checks have answered.</source>
        <translation>检查一有结果就开始。</translation>
    </message>
    <message>
        <source>It runs on this computer; you can go on working, and pause or stop it at any step.</source>
        <translation>在本机运行；您可以继续工作，并可在任一步暂停或停止。</translation>
    </message>
    <message>
        <source>%1 is imported</source>
        <comment>name of a base model</comment>
        <translation>已导入 %1</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>classify texts</source>
        <translation>文本分类</translation>
    </message>
    <message>
        <source>Start run</source>
        <translation>开始运行</translation>
    </message>
    <message>
        <source>Start run (Ctrl+Enter)</source>
        <translation>开始运行 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Not all of the run could be taken over.</source>
        <translation>未能沿用该运行的全部设置。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>The recipe was not taken.</source>
        <translation>未采用该配方。</translation>
    </message>
    <message>
        <source>The recipe was not saved.</source>
        <translation>配方未能保存。</translation>
    </message>
    <message>
        <source>classify texts, with the recipe of %1</source>
        <comment>a run or a file</comment>
        <translation>文本分类，采用 %1 的配方</translation>
    </message>
    <message>
        <source>Choose data, a base model and settings; everything has a working default. The checks at the right look at data and settings while you change them, and offer what helps. The time is told by a few steps that are really made. Ctrl+Enter starts the run. The command at the foot does the same in a shell. The settings can come from an earlier run or a recipe file, and be saved as one.</source>
        <translation>选择数据、基础模型和设置；每项都有可用的默认值。右侧的检查会在您更改时查看数据和设置，并给出有帮助的建议。时间由实际试走的几步得出。Ctrl+Enter 开始运行。底部的命令在终端中效果相同。设置可以来自先前的运行或配方文件，也可以存为配方文件。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a setting and its value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>classify texts, with the recipe of %1, but %2</source>
        <comment>a run, settings</comment>
        <translation>文本分类，使用 %1 的配方，但改为%2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::NewRunViewModel</name>
    <message>
        <source>The data sets are being read.</source>
        <translation>正在读取数据集。</translation>
    </message>
    <message>
        <source>The run is being queued.</source>
        <translation>正在将运行加入队列。</translation>
    </message>
    <message>
        <source>Import a data set first: there is none to train on.</source>
        <translation>请先导入数据集：没有可训练的数据。</translation>
    </message>
    <message>
        <source>This data set has no version yet. Choose another one.</source>
        <translation>此数据集还没有版本。请选择其他数据集。</translation>
    </message>
    <message>
        <source>Choose the column that holds the labels.</source>
        <translation>请选择包含标签的列。</translation>
    </message>
    <message>
        <source>Import a base model first: there is none to start from.</source>
        <translation>请先导入基础模型：没有可用的起点。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a failed check, its sentence</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Its data set %1 is no longer in the workspace: another one is proposed.</source>
        <translation>其数据集 %1 已不在工作区中，已建议另一个。</translation>
    </message>
    <message>
        <source>Its base model %1 is no longer in the workspace: another one is proposed.</source>
        <translation>其基础模型 %1 已不在工作区中，已建议另一个。</translation>
    </message>
    <message>
        <source>%1 has no column of texts to learn from. Choose another data set.</source>
        <translation>%1 没有可供学习的文本列。请选择另一个数据集。</translation>
    </message>
    <message>
        <source>No column of %1 looks like texts to learn from: their values repeat. Choose another data set, or a column all the same.</source>
        <translation>%1 没有看起来可供学习的文本列：各列的值都在重复。请选择另一个数据集，或仍然选择一列。</translation>
    </message>
    <message>
        <source>The data set has no column %1 that splits it: it is split by shares.</source>
        <translation>数据集中没有用于划分的列 %1：按比例划分。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::NewRunsCard</name>
    <message>
        <source>Newest runs</source>
        <translation>最新运行</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>全部运行</translation>
    </message>
    <message>
        <source>There is no run yet. A run fine-tunes a base model on a data set.</source>
        <translation>还没有运行。运行是在数据集上微调基础模型。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>run, data set</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>base model, state</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::OverviewPanel</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Sample rows</source>
        <translation>示例行</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1 / %2 列</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>more rows than before</comment>
        <translation>+%1</translation>
    </message>
    <message>
        <source>−%1</source>
        <comment>fewer rows than before</comment>
        <translation>−%1</translation>
    </message>
    <message>
        <source>v%1</source>
        <translation>v%1</translation>
    </message>
    <message>
        <source>Show version %1</source>
        <translation>显示版本 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Missing cells</source>
        <translation>缺失单元格</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>全部列</translation>
    </message>
    <message>
        <source>Open table</source>
        <translation>打开表格</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
</context>
<context>
    <name>lepton::ui::PaletteModel</name>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>本页操作</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ParallelAxes</name>
    <message>
        <source>Runs over the axes %1</source>
        <comment>names of axes</comment>
        <translation>各运行在以下轴上：%1</translation>
    </message>
</context>
<context>
    <name>lepton::ui::PassphraseDialog</name>
    <message>
        <source>Remove it</source>
        <translation>取消口令</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>Set a passphrase</source>
        <translation>设置口令</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Passphrase until now</source>
        <translation>现在的口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>Nobody can get it back for you. A key whose passphrase is lost is replaced by an admin.</source>
        <translation>没有人能替您找回口令。忘记口令的密钥只能由管理员更换。</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The key file is being written.</source>
        <translation>正在写入密钥文件。</translation>
    </message>
    <message>
        <source>Type the passphrase until now.</source>
        <translation>请输入现在的口令。</translation>
    </message>
    <message>
        <source>This is another one.</source>
        <translation>与前一个不同。</translation>
    </message>
    <message>
        <source>Type a new passphrase.</source>
        <translation>请输入新口令。</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>两次输入的口令不同。</translation>
    </message>
    <message>
        <source>Your key has no passphrase any more</source>
        <translation>您的密钥不再有口令</translation>
    </message>
    <message>
        <source>Your key has a new passphrase</source>
        <translation>您的密钥有了新口令</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有做任何更改。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::PendingListModel</name>
    <message>
        <source>%1: %2, %3, asked %4</source>
        <comment>request, version and its move, state, when</comment>
        <translation>%1：%2，%3，申请于 %4</translation>
    </message>
</context>
<context>
    <name>lepton::ui::PerformanceCard</name>
    <message>
        <source>Performance over data sets</source>
        <translation>在数据集上的表现</translation>
    </message>
    <message>
        <source>each data set counts alike in the mean</source>
        <translation>平均值中各数据集权重相同</translation>
    </message>
    <message>
        <source>No version was scored on whole data sets yet.</source>
        <translation>还没有版本在整个数据集上评分。</translation>
    </message>
    <message numerus="yes">
        <source>Mean of %Ln data set(s)</source>
        <translation>
            <numerusform>%Ln 个数据集的平均</numerusform>
        </translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation>宏 F1</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Mean macro F1 by version</source>
        <translation>各版本的平均宏 F1</translation>
    </message>
    <message>
        <source>Score on data sets…</source>
        <translation>在数据集上评分…</translation>
    </message>
</context>
<context>
    <name>lepton::ui::PreviewPane</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Latest version</source>
        <translation>最新版本</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>v%1</source>
        <translation>v%1</translation>
    </message>
    <message>
        <source>The content cannot be shown.</source>
        <translation>无法显示内容。</translation>
    </message>
    <message>
        <source>v%1, %2 by %3</source>
        <comment>number, time, person</comment>
        <translation>v%1，%2，%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a label and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln 个值</numerusform>
        </translation>
    </message>
    <message>
        <source>others</source>
        <comment>less frequent values</comment>
        <translation>其他</translation>
    </message>
    <message>
        <source>Length of %1</source>
        <comment>name of a column</comment>
        <translation>%1 的长度</translation>
    </message>
    <message>
        <source>characters, median %1</source>
        <translation>字符，中位数 %1</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>中位数 %1</translation>
    </message>
    <message>
        <source>%1 from %2 to %3, median %4</source>
        <comment>column, smallest, largest, median</comment>
        <translation>%1 从 %2 到 %3，中位数 %4</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>前几行</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ProvenanceCard</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Imported by</source>
        <translation>导入者</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入时间</translation>
    </message>
    <message>
        <source>Content hash</source>
        <translation>内容哈希</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>压缩</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) left out</source>
        <translation>
            <numerusform>略过 %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>rows left out</comment>
        <translation>
            <numerusform>另有 %Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::RecentList</name>
    <message>
        <source>Recent workspaces</source>
        <translation>最近的工作区</translation>
    </message>
    <message>
        <source>None yet. The ones you open are listed here.</source>
        <translation>暂无。您打开过的工作区会列在这里。</translation>
    </message>
    <message>
        <source>Remove “%1” from this list</source>
        <translation>从列表中移除“%1”</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RecipeActions</name>
    <message>
        <source>From a run</source>
        <translation>来自运行</translation>
    </message>
    <message>
        <source>No run is complete yet.</source>
        <translation>还没有完成的运行。</translation>
    </message>
    <message>
        <source>Takes the settings of a recipe file; data and base model stay as chosen</source>
        <translation>采用配方文件中的设置；数据和基础模型保持所选</translation>
    </message>
    <message>
        <source>Writes the settings as a file for this page and for lepton train --recipe</source>
        <translation>将设置写入文件，供此页面和 lepton train --recipe 使用</translation>
    </message>
    <message>
        <source>%1  %2, %3</source>
        <comment>run, its name or data set, best metric</comment>
        <translation>%1  %2，%3</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>run, its name or data set</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Choose a recipe file</source>
        <translation>选择配方文件</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>配方 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the recipe as</source>
        <translation>将配方另存为</translation>
    </message>
    <message>
        <source>The settings are in %1</source>
        <comment>a file</comment>
        <translation>设置已保存在 %1</translation>
    </message>
    <message>
        <source>Load a recipe…</source>
        <translation>载入配方…</translation>
    </message>
    <message>
        <source>Save recipe…</source>
        <translation>保存配方…</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RecipeCard</name>
    <message>
        <source>What was changed in training</source>
        <translation>训练中更改了什么</translation>
    </message>
    <message>
        <source>%1 against %2, the run in production</source>
        <comment>two runs</comment>
        <translation>%1 与生产中的运行 %2 对比</translation>
    </message>
    <message>
        <source>Data, base model and all settings are the same.</source>
        <translation>数据、基础模型和所有设置都相同。</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RegisterDialog</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Register model</source>
        <translation>注册模型</translation>
    </message>
    <message>
        <source>From a run</source>
        <translation>来自运行</translation>
    </message>
    <message>
        <source>From a folder</source>
        <translation>来自文件夹</translation>
    </message>
    <message>
        <source>Where the model comes from</source>
        <translation>模型的来源</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The runs cannot be read.</source>
        <translation>无法读取运行。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Folder of the model</source>
        <translation>模型的文件夹</translation>
    </message>
    <message>
        <source>A fine-tuned Hugging Face classifier. How it was trained is then not known here, so gates on its test rows cannot pass.</source>
        <translation>一个微调过的 Hugging Face 分类器。此处不知道它如何训练，因此涉及测试行的准入检查无法通过。</translation>
    </message>
    <message>
        <source>Choose one to add a version to, or type a new name.</source>
        <translation>选择一个以添加版本，或输入新名称。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>run, data set, base model</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a run and its score</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 (is %2)</source>
        <comment>a run, and the version that it is</comment>
        <translation>%1（即 %2）</translation>
    </message>
    <message>
        <source>The model is being registered.</source>
        <translation>正在注册模型。</translation>
    </message>
    <message>
        <source>Runs and models are being read.</source>
        <translation>正在读取运行和模型。</translation>
    </message>
    <message>
        <source>No run is complete yet.</source>
        <translation>还没有完成的运行。</translation>
    </message>
    <message>
        <source>Choose a run.</source>
        <translation>请选择运行。</translation>
    </message>
    <message>
        <source>Choose the folder of a model.</source>
        <translation>请选择模型的文件夹。</translation>
    </message>
    <message>
        <source>The model needs a name.</source>
        <translation>模型需要名称。</translation>
    </message>
    <message>
        <source>Nothing was registered.</source>
        <translation>未注册任何内容。</translation>
    </message>
    <message>
        <source>%1 is registered</source>
        <comment>a version</comment>
        <translation>%1 已注册</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a metric and its value</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RelativeTime</name>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <comment>a moment, as in QLocale::toString</comment>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>a date, as in QLocale::toString</comment>
        <translation>yyyy年M月d日dddd</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>%Ln 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <translation>
            <numerusform>%Ln 小时前</numerusform>
        </translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date without its year, as in QLocale::toString</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, as in QLocale::toString</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>just now</source>
        <comment>inside a sentence</comment>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>yesterday</source>
        <comment>inside a sentence</comment>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ReportModel</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Macro average</source>
        <translation>宏平均</translation>
    </message>
    <message>
        <source>Weighted average</source>
        <translation>加权平均</translation>
    </message>
    <message>
        <source>F1 change</source>
        <translation>F1 变化</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ReportPanel</name>
    <message>
        <source>Classification report</source>
        <translation>分类报告</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message numerus="yes">
        <source>test part, %Ln class(es)</source>
        <translation>
            <numerusform>测试部分，%Ln 个类别</numerusform>
        </translation>
    </message>
    <message>
        <source>The report is in %1</source>
        <comment>name of a file</comment>
        <translation>报告已保存到 %1</translation>
    </message>
    <message>
        <source>The report is being made from the test rows</source>
        <translation>正在根据测试行生成报告</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The report cannot be shown.</source>
        <translation>无法显示报告。</translation>
    </message>
    <message>
        <source>The report is copied</source>
        <translation>报告已复制</translation>
    </message>
    <message>
        <source>Copy report as text</source>
        <translation>将报告复制为文本</translation>
    </message>
    <message>
        <source>File for the report of %1</source>
        <translation>%1 的报告文件</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Save the classification report as CSV</source>
        <translation>将分类报告保存为 CSV</translation>
    </message>
    <message>
        <source>Comma-separated text (*.csv)</source>
        <translation>逗号分隔的文本 (*.csv)</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Save report as CSV…</source>
        <translation>将报告保存为 CSV…</translation>
    </message>
    <message>
        <source>Save report as one HTML file…</source>
        <translation>将报告保存为单个 HTML 文件…</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ReportTiles</name>
    <message>
        <source>Compare with</source>
        <translation>选择比较对象</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no score</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>No run</source>
        <translation>不比较</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>run, base model</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Rows a second</source>
        <translation>每秒行数</translation>
    </message>
    <message>
        <source>none</source>
        <comment>not measured</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, test</source>
        <comment>a score, and the part of the data</comment>
        <translation>%1（测试）</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ReportViewModel</name>
    <message>
        <source>The data set %1 v%2 is not in the workspace any more, so its rows cannot be opened.</source>
        <translation>数据集 %1 v%2 已不在工作区中，因此无法打开其行。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RequestCard</name>
    <message>
        <source>asks to roll back to v%1, %2</source>
        <comment>when</comment>
        <translation>申请回滚到 v%1，%2</translation>
    </message>
    <message>
        <source>asks to replace v%1, %2</source>
        <comment>when</comment>
        <translation>申请替换 v%1，%2</translation>
    </message>
    <message>
        <source>asks for the stage %1, %2</source>
        <comment>stage, when</comment>
        <translation>申请进入%1阶段，%2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RequestDialog</name>
    <message>
        <source>Another key for %1</source>
        <comment>name of a member</comment>
        <translation>为 %1 更换密钥</translation>
    </message>
    <message>
        <source>Enrol a member</source>
        <translation>登记成员</translation>
    </message>
    <message>
        <source>Replace the key</source>
        <translation>更换密钥</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the person tells you in another way, by telephone for example: whoever could change the file on its way to you could have put a key of their own in it.</source>
        <translation>请与本人通过另一种方式（例如电话）告诉您的指纹进行比对：能在途中改动文件的人可能放入了自己的密钥。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Stands in the log for everyone to read. The old key signs nothing more.</source>
        <translation>会写入日志，所有人可见。旧密钥不能再签名。</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>This file cannot be used.</source>
        <translation>此文件无法使用。</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>any workspace</source>
        <translation>任意工作区</translation>
    </message>
    <message>
        <source>this workspace</source>
        <translation>本工作区</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Key until now</source>
        <translation>现在的密钥</translation>
    </message>
    <message>
        <source>Enrol %1</source>
        <comment>name of a newcomer</comment>
        <translation>登记 %1</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>The request is being read.</source>
        <translation>正在读取申请。</translation>
    </message>
    <message>
        <source>Tick at least one role.</source>
        <translation>请至少勾选一个角色。</translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation>请填写理由。</translation>
    </message>
    <message>
        <source>%1 signs with another key now</source>
        <comment>name of a member</comment>
        <translation>%1 现在使用新密钥签名</translation>
    </message>
    <message>
        <source>%1 is a member now: %2</source>
        <comment>name, roles</comment>
        <translation>%1 现在是成员：%2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::Restoring</name>
    <message>
        <source>The data set was not restored.</source>
        <translation>数据集没有恢复。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ReviewPage</name>
    <message>
        <source>Approved and signed: %1</source>
        <comment>a request</comment>
        <translation>已批准并签署：%1</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <comment>a request</comment>
        <translation>已驳回：%1</translation>
    </message>
    <message>
        <source>Withdrawn: %1</source>
        <comment>a request</comment>
        <translation>已撤回：%1</translation>
    </message>
    <message>
        <source>The request cannot be shown.</source>
        <translation>无法显示该申请。</translation>
    </message>
    <message>
        <source>%1 was decided meanwhile.</source>
        <translation>%1 在此期间已有决定。</translation>
    </message>
    <message>
        <source>It is: %1. What stands here is how it was decided.</source>
        <comment>state of a request</comment>
        <translation>结果：%1。此处显示它是如何决定的。</translation>
    </message>
    <message>
        <source>v%1 is in the trash.</source>
        <translation>v%1 在回收站中。</translation>
    </message>
    <message>
        <source>It cannot be approved until somebody restores it. It can be rejected.</source>
        <translation>在有人恢复之前不能批准，但可以拒绝。</translation>
    </message>
    <message>
        <source>Show the version</source>
        <translation>显示该版本</translation>
    </message>
    <message>
        <source>The card is in %1</source>
        <comment>name of a file</comment>
        <translation>卡片在 %1 中</translation>
    </message>
    <message>
        <source>The card was not saved.</source>
        <translation>卡片未保存。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>A request to move a version of a model to a stage, with what it takes to decide it: the requester&apos;s words, the figures against the version in production, what the program found, the gates of the standard, and where the version comes from. Approve and sign signs with your key: the signature names the version, the standard and the figures shown, and fits nothing else. A rejection takes a comment and ends the request. Nobody decides on an own request.</source>
        <translation>将模型版本移到某个阶段的申请，以及作出决定所需的一切：申请人的说明、与生产中版本的数值对比、程序发现的问题、标准的准入检查，以及该版本的来源。“批准并签署”用您的密钥签名：签名写明版本、标准和所示数值，不能用于其他任何内容。拒绝需要意见，并结束申请。任何人都不能决定自己的申请。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试用</translation>
    </message>
    <message>
        <source>The request is being read.</source>
        <translation>正在读取申请。</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>回滚…</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RevokeDialog</name>
    <message>
        <source>Revoke the key of %1?</source>
        <comment>name of a member</comment>
        <translation>吊销 %1 的密钥？</translation>
    </message>
    <message>
        <source>Revoke the key</source>
        <translation>吊销密钥</translation>
    </message>
    <message>
        <source>%1 can sign nothing more from now on: no imports, no trainings, no reviews. What was signed before stays valid. Another key can be given later.</source>
        <comment>name of a member</comment>
        <translation>从现在起 %1 不能再签名：不能导入、训练或审核。之前的签名仍然有效。以后可以再给一把新密钥。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Stands in the log for everyone to read.</source>
        <translation>会写入日志，所有人可见。</translation>
    </message>
    <message>
        <source>Give a reason.</source>
        <translation>请填写理由。</translation>
    </message>
    <message>
        <source>The key of %1 was revoked</source>
        <comment>name of a member</comment>
        <translation>%1 的密钥已被吊销</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RolesDialog</name>
    <message>
        <source>Roles of %1</source>
        <comment>name of a member</comment>
        <translation>%1 的角色</translation>
    </message>
    <message>
        <source>Change roles</source>
        <translation>更改角色</translation>
    </message>
    <message>
        <source>A member has a role. To shut somebody out, revoke the key.</source>
        <translation>成员至少有一个角色。要排除某人，请吊销其密钥。</translation>
    </message>
    <message>
        <source>These are the roles already.</source>
        <translation>角色没有变化。</translation>
    </message>
    <message>
        <source>%1 is now: %2</source>
        <comment>name, roles</comment>
        <translation>%1 现在是：%2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RulesForm</name>
    <message>
        <source>A metric is high enough</source>
        <translation>指标足够高</translation>
    </message>
    <message>
        <source>Not worse than in production</source>
        <translation>不逊于生产版本</translation>
    </message>
    <message>
        <source>No class is left behind</source>
        <translation>没有类别掉队</translation>
    </message>
    <message>
        <source>Probabilities can be trusted</source>
        <translation>概率可信</translation>
    </message>
    <message>
        <source>Enough test rows</source>
        <translation>测试数据足够</translation>
    </message>
    <message>
        <source>No test row in training</source>
        <translation>测试数据不在训练中</translation>
    </message>
    <message>
        <source>The run can be repeated</source>
        <translation>运行可以重复</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>Admins</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Not who trained the version</source>
        <translation>训练者除外</translation>
    </message>
    <message>
        <source>There is no gate: approvals alone decide.</source>
        <translation>没有准入检查：仅由批准决定。</translation>
    </message>
    <message>
        <source>Add gate</source>
        <translation>添加准入检查</translation>
    </message>
    <message>
        <source>Any department</source>
        <translation>任意部门</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>批准数</translation>
    </message>
    <message>
        <source>Never by who asked.</source>
        <translation>申请人除外。</translation>
    </message>
    <message>
        <source>From these departments</source>
        <translation>来自这些部门</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>准入检查</translation>
    </message>
    <message>
        <source>Several are parted by a semicolon; a name with one stands in &quot;…&quot;.</source>
        <translation>多个部门用分号分隔；名称本身含分号时用引号 &quot;…&quot; 括起。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunActions</name>
    <message>
        <source>New run from this one</source>
        <translation>以此新建运行</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Register model</source>
        <translation>注册模型</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Open %1</source>
        <comment>a version of a model</comment>
        <translation>打开 %1</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunEditDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name and tags of %1</source>
        <comment>a run</comment>
        <translation>%1 的名称和标签</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln run(s)</source>
        <translation>
            <numerusform>%Ln 个运行的标签</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Beside the number; empty for none.</source>
        <translation>显示在编号旁；可以留空。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Enter or a comma adds a tag.</source>
        <translation>按回车键或逗号添加标签。</translation>
    </message>
    <message>
        <source>Those that all have. Enter or a comma adds a tag to all.</source>
        <translation>所有运行共有的标签。按回车键或逗号为所有运行添加标签。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunExportMenu</name>
    <message>
        <source>Model (Hugging Face folder)…</source>
        <translation>模型（Hugging Face 文件夹）…</translation>
    </message>
    <message>
        <source>config.json, weights and tokeniser, as transformers opens them</source>
        <translation>config.json、权重和分词器，可直接用 transformers 打开</translation>
    </message>
    <message>
        <source>There is a model once the run is complete</source>
        <translation>运行完成后才有模型</translation>
    </message>
    <message>
        <source>Run for MLflow…</source>
        <translation>导出运行到 MLflow…</translation>
    </message>
    <message>
        <source>Parameters, metrics, tags, report and model; several runs can share a folder</source>
        <translation>参数、指标、标签、报告和模型；多次运行可共用一个文件夹</translation>
    </message>
    <message>
        <source>Run for TensorBoard…</source>
        <translation>导出运行到 TensorBoard…</translation>
    </message>
    <message>
        <source>Curves, recipe and report; each run in a folder of its own</source>
        <translation>曲线、配方和报告；每次运行各用一个文件夹</translation>
    </message>
    <message>
        <source>Folder for the model of %1</source>
        <translation>%1 的模型存放文件夹</translation>
    </message>
    <message>
        <source>MLflow folder for %1</source>
        <translation>%1 的 MLflow 文件夹</translation>
    </message>
    <message>
        <source>TensorBoard folder for %1</source>
        <translation>%1 的 TensorBoard 文件夹</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunFilterBar</name>
    <message>
        <source>No run has a tag</source>
        <translation>没有带标签的运行</translation>
    </message>
    <message>
        <source>There is no run</source>
        <translation>没有运行</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a value and its number of runs</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>发起人</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a filter and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln chosen</source>
        <comment>a filter</comment>
        <translation>
            <numerusform>%1：已选 %Ln 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter, for example macro_f1 &gt; 0.9</source>
        <translation>筛选，例如 macro_f1 &gt; 0.9</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Clear</source>
        <comment>all filters</comment>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunListModel</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>By</source>
        <translation>发起人</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no score yet</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <comment>state, steps done, steps in all</comment>
        <translation>%1：%2 / %3</translation>
    </message>
    <message>
        <source>R-%1, ticked</source>
        <translation>R-%1，已勾选</translation>
    </message>
    <message>
        <source>R-%1, not ticked</source>
        <translation>R-%1，未勾选</translation>
    </message>
    <message>
        <source>The best value so far of the metric that the weights are chosen by</source>
        <translation>用于选择权重的指标目前的最佳值</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>of a run</comment>
        <translation>名称</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>%1 v%2</source>
        <comment>data set and number of its version</comment>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between tags</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>number and name of a run</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a metric and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <comment>a metric, its first and last value</comment>
        <translation>%1，从 %2 到 %3</translation>
    </message>
    <message>
        <source>Failed, NaN</source>
        <comment>a run whose loss was no number</comment>
        <translation>失败，NaN</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunNoteCard</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunNoteDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <comment>a run</comment>
        <translation>%1 的备注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What it was for, and what it showed. Everyone in the workspace reads it, and it goes with the run when it is exported.</source>
        <translation>它的目的，以及它表明了什么。工作区中的每个人都能看到；导出运行时会一并带上。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A note has at most %1 characters; these are %2.</source>
        <translation>备注最多 %1 个字符；现在有 %2 个。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunNotices</name>
    <message>
        <source>Leave it paused</source>
        <translation>保持暂停</translation>
    </message>
    <message>
        <source>The run cannot be shown.</source>
        <translation>无法显示此运行。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>继续运行</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 已不存在。</translation>
    </message>
    <message>
        <source>Someone deleted it while it was shown here.</source>
        <translation>在此显示期间有人将其删除。</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>所有运行</translation>
    </message>
    <message>
        <source>Stop %1? Keep the last checkpoint?</source>
        <translation>停止 %1？要保留最后的检查点吗？</translation>
    </message>
    <message>
        <source>With a checkpoint of where it stands, the run can be resumed later.</source>
        <translation>保留当前进度的检查点，之后可以从这里恢复运行。</translation>
    </message>
    <message>
        <source>Keep it and stop</source>
        <comment>the checkpoint</comment>
        <translation>保留并停止</translation>
    </message>
    <message>
        <source>Stop without it</source>
        <comment>the checkpoint</comment>
        <translation>不保留，直接停止</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunPage</name>
    <message>
        <source>Exported to %1</source>
        <comment>name of a folder</comment>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>正在暂停</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>状态：%1</translation>
    </message>
    <message>
        <source>%1, %2, by %3</source>
        <comment>data set, base model, person</comment>
        <translation>%1，%2，发起人 %3</translation>
    </message>
    <message>
        <source>after evaluation</source>
        <comment>when the report is there</comment>
        <translation>评估之后</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Parts of the run</source>
        <translation>运行的各部分</translation>
    </message>
    <message>
        <source>The run is being read</source>
        <translation>正在读取运行</translation>
    </message>
    <message>
        <source>The report was not saved.</source>
        <translation>报告未保存。</translation>
    </message>
    <message>
        <source>after training</source>
        <comment>when the model is there</comment>
        <translation>训练后可用</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试用</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>基本情况</translation>
    </message>
    <message>
        <source>Facts of this run (Ctrl+.)</source>
        <translation>此运行的基本情况 (Ctrl+.)</translation>
    </message>
    <message>
        <source>One run. While it trains, the curves, the facts and the log follow it; Pause saves a checkpoint and frees the computer, Stop saves one and ends. The weights of the best score on the validation part are kept; of equal scores the earliest stays, though the loss may still fall. When it is done, Report has the scores on the test part and the rows behind each of them, and Try it takes a text of your own. In the report, a class, a cell of the matrix, a point of a curve and a bar of the calibration choose the rows that are listed; Enter shows a text whole, Esc lists all wrong rows again.</source>
        <translation>单次运行。训练期间，曲线、要点和日志会随之更新；暂停会保存检查点并释放计算机，停止会保存检查点并结束。保留的是验证部分得分最佳时的权重；得分相等时保留最早的，即使损失仍在下降。完成后，“报告”给出测试部分的得分及其背后的行，“试用”可输入您自己的文本。在报告中，选择类别、矩阵单元格、曲线上的点或校准点即可列出相应的行；Enter 显示完整文本，Esc 重新列出所有判错的行。</translation>
    </message>
    <message>
        <source>%1, %2, %3, by %4 %5</source>
        <comment>data set, base model, duration, person, when</comment>
        <translation>%1，%2，用时 %3，发起人 %4，%5</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunSide</name>
    <message>
        <source>Facts</source>
        <translation>基本情况</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunViewModel</name>
    <message>
        <source>The run was not stopped.</source>
        <translation>运行未停止。</translation>
    </message>
    <message>
        <source>The run was not resumed.</source>
        <translation>运行未恢复。</translation>
    </message>
    <message>
        <source>The run was not exported.</source>
        <translation>运行未导出。</translation>
    </message>
    <message>
        <source>The note was not saved.</source>
        <translation>备注未保存。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunningCard</name>
    <message>
        <source>Running</source>
        <translation>正在进行</translation>
    </message>
    <message>
        <source>No job runs. Imports and runs show here how far they are.</source>
        <translation>没有任务在进行。导入和运行的进度会显示在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the queue</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>%Ln 个在排队</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>jobs</comment>
        <translation>
            <numerusform>另有 %Ln 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunningRow</name>
    <message>
        <source>%1 %2</source>
        <comment>run, data set</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what runs, and how far it is</comment>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>还没有运行</translation>
    </message>
    <message>
        <source>A run fine-tunes a base model on a data set of this workspace, on this computer. Every setting has a working default.</source>
        <translation>运行会在本机上用此工作区的数据集微调一个基础模型。每项设置都有可用的默认值。</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>No run fits the filter</source>
        <translation>没有符合筛选的运行</translation>
    </message>
    <message>
        <source>Remove the filter to see all runs.</source>
        <translation>移除筛选以查看全部运行。</translation>
    </message>
    <message>
        <source>Remove the filter</source>
        <translation>移除筛选</translation>
    </message>
    <message>
        <source>The runs are being read</source>
        <translation>正在读取运行</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>More on runs</source>
        <translation>更多运行操作</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>Runs that are moved to the trash can be restored here.</source>
        <translation>移到回收站的运行可以在这里恢复。</translation>
    </message>
    <message>
        <source>Leave the trash</source>
        <translation>离开回收站</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>视图：%1</translation>
    </message>
    <message>
        <source>Choose or tick a run first</source>
        <translation>请先选择或勾选一个运行</translation>
    </message>
    <message>
        <source>Open %1</source>
        <comment>a run</comment>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <comment>a run</comment>
        <translation>恢复 %1</translation>
    </message>
    <message>
        <source>Move %1 to the trash</source>
        <comment>a run</comment>
        <translation>将 %1 移到回收站</translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln run(s)</source>
        <translation>
            <numerusform>恢复 %Ln 个运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln run(s) to the trash</source>
        <translation>
            <numerusform>将 %Ln 个运行移到回收站</numerusform>
        </translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>全部取消勾选</translation>
    </message>
    <message>
        <source>Compare what is ticked</source>
        <translation>比较已勾选的运行</translation>
    </message>
    <message numerus="yes">
        <source>Tick all %Ln run(s) shown</source>
        <translation>
            <numerusform>勾选显示的全部 %Ln 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the trash</source>
        <translation>显示回收站</translation>
    </message>
    <message>
        <source>Forget the view %1</source>
        <translation>删除视图 %1</translation>
    </message>
    <message>
        <source>New run from this one</source>
        <translation>以此新建运行</translation>
    </message>
    <message>
        <source>Name and tags…</source>
        <translation>名称和标签…</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln run(s)…</source>
        <translation>
            <numerusform>%Ln 个运行的标签…</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as a view…</source>
        <translation>保存为视图…</translation>
    </message>
    <message>
        <source>Rename the view %1…</source>
        <translation>重命名视图 %1…</translation>
    </message>
</context>
<context>
    <name>lepton::ui::RunsViewModel</name>
    <message>
        <source>The run was not renamed.</source>
        <translation>运行未重命名。</translation>
    </message>
    <message>
        <source>The tags were not changed.</source>
        <translation>标签未更改。</translation>
    </message>
    <message>
        <source>Nothing was moved to the trash.</source>
        <translation>没有内容移到回收站。</translation>
    </message>
    <message>
        <source>Nothing was restored.</source>
        <translation>没有恢复任何内容。</translation>
    </message>
    <message>
        <source>The runs cannot be changed.</source>
        <translation>无法更改这些运行。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::SampleDialog</name>
    <message>
        <source>Row %1 of %2</source>
        <comment>number, data set and version</comment>
        <translation>%2 的第 %1 行</translation>
    </message>
    <message>
        <source>True class: %1 (%2)
Predicted: %3 (%4)</source>
        <comment>class, probability; twice</comment>
        <translation>真实类别：%1（%2）
预测：%3（%4）</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>The beginning is shown; Copy takes all of it.</source>
        <translation>只显示开头；复制会包含全部内容。</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>Open in table</source>
        <translation>在表格中打开</translation>
    </message>
</context>
<context>
    <name>lepton::ui::SampleListModel</name>
    <message>
        <source>Row %1: %2</source>
        <comment>number, text</comment>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Confidence</source>
        <comment>probability of the predicted class</comment>
        <translation>置信度</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <source>Confidence in it</source>
        <comment>probability of the true class</comment>
        <translation>对其置信度</translation>
    </message>
</context>
<context>
    <name>lepton::ui::SampleModel</name>
    <message>
        <source>missing</source>
        <comment>a cell without a value</comment>
        <translation>缺失</translation>
    </message>
</context>
<context>
    <name>lepton::ui::SamplesCard</name>
    <message>
        <source>Open in table</source>
        <translation>在表格中打开</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Mispredicted</source>
        <translation>判错的行</translation>
    </message>
    <message>
        <source>The rows cannot be read.</source>
        <translation>无法读取这些行。</translation>
    </message>
    <message>
        <source>%1 of %2, surest first</source>
        <translation>%1 / %2，置信度最高者在前</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), surest first</source>
        <translation>
            <numerusform>%Ln 行，置信度最高者在前</numerusform>
        </translation>
    </message>
    <message>
        <source>No row is wrong</source>
        <translation>没有判错的行</translation>
    </message>
    <message>
        <source>There are no such rows</source>
        <translation>没有这样的行</translation>
    </message>
    <message>
        <source>The model is right about every row of the test part. If that is a surprise, see whether test rows stand in the training part, too.</source>
        <translation>模型对测试部分的每一行都判断正确。如果这出乎意料，请检查测试行是否也出现在训练部分。</translation>
    </message>
    <message>
        <source>Press Esc to see all rows that are wrong.</source>
        <translation>按 Esc 查看所有判错的行。</translation>
    </message>
    <message>
        <source>Choose a row first.</source>
        <translation>请先选择一行。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ScoreDialog</name>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Score %1 on data sets</source>
        <translation>在数据集上为 %1 评分</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>All rows of each are scored. What is kept is the score on each, and their mean, every data set counting alike.</source>
        <translation>对每个数据集的所有行评分。保留各数据集的得分及其平均值，各数据集权重相同。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The data sets cannot be read.</source>
        <translation>无法读取数据集。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a version of a data set, its rows</comment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>The version is being scored.</source>
        <translation>正在为该版本评分。</translation>
    </message>
    <message>
        <source>The data sets are being read.</source>
        <translation>正在读取数据集。</translation>
    </message>
    <message>
        <source>No data set has the columns of text and label that the version was trained on.</source>
        <translation>没有数据集含有该版本训练所用的文本列和标签列。</translation>
    </message>
    <message>
        <source>Choose at least one data set.</source>
        <translation>请至少选择一个数据集。</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>未记录任何内容。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::SelectionReader</name>
    <message>
        <source>The selection has %1 cells, and at most %2 can be copied at once. Select fewer, or export the rows to a file.</source>
        <translation>所选区域有 %1 个单元格，一次最多复制 %2 个。请减少选择，或将这些行导出到文件。</translation>
    </message>
    <message>
        <source>The selection is longer than %1 of text. Select fewer cells, or export the rows to a file.</source>
        <translation>所选内容超过 %1 的文本。请减少选择，或将这些行导出到文件。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::SessionController</name>
    <message>
        <source>The sample workspace</source>
        <translation>示例工作区</translation>
    </message>
</context>
<context>
    <name>lepton::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Parts of the settings</source>
        <translation>设置分类</translation>
    </message>
    <message>
        <source>What you change here applies at once and only on this computer, for you. Members and standards are those of the workspace: what changes there is signed, and holds for everyone.</source>
        <translation>这里的更改立即生效，并且只对本机上的您有效。成员和标准属于整个工作区：那里的更改会被签名，并对所有人有效。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::SideSheet</name>
    <message>
        <source>Close the side sheet</source>
        <translation>关闭侧栏</translation>
    </message>
</context>
<context>
    <name>lepton::ui::SignatureList</name>
    <message>
        <source>asked for this</source>
        <translation>提出了此申请</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, when</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>轮到您</translation>
    </message>
    <message>
        <source>May sign</source>
        <translation>可签署</translation>
    </message>
    <message>
        <source>May not sign</source>
        <translation>不可签署</translation>
    </message>
</context>
<context>
    <name>lepton::ui::SortButton</name>
    <message>
        <source>Row number</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>Sort: row number</source>
        <translation>排序：行号</translation>
    </message>
    <message>
        <source>Sort: %1</source>
        <translation>排序：%1</translation>
    </message>
    <message>
        <source>Sorted by %1, descending</source>
        <translation>按 %1 降序</translation>
    </message>
    <message>
        <source>Sorted by %1, ascending</source>
        <translation>按 %1 升序</translation>
    </message>
</context>
<context>
    <name>lepton::ui::SplitBar</name>
    <message>
        <source>Split: %1</source>
        <translation>划分：%1</translation>
    </message>
    <message>
        <source>%1 rows, %2</source>
        <comment>number, share</comment>
        <translation>%1 行，%2</translation>
    </message>
</context>
<context>
    <name>lepton::ui::StageBar</name>
    <message>
        <source>All stages are done</source>
        <translation>所有阶段均已完成</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>尚未开始</translation>
    </message>
</context>
<context>
    <name>lepton::ui::StandardEditor</name>
    <message>
        <source>All standards</source>
        <translation>全部标准</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The same as JSON, which is what is signed</source>
        <translation>等同的 JSON（签名的正是它）</translation>
    </message>
    <message>
        <source>Try on the versions at hand</source>
        <translation>在现有版本上试用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sign and publish</source>
        <translation>签名并发布</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>全部部门</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>全部任务</translation>
    </message>
    <message>
        <source>Text classification</source>
        <translation>文本分类</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>To production</source>
        <translation>进入生产</translation>
    </message>
    <message>
        <source>To staging</source>
        <translation>进入预发布</translation>
    </message>
    <message>
        <source>What the gates say of the versions at hand</source>
        <translation>准入检查对现有版本的结论</translation>
    </message>
    <message>
        <source>The versions are being scored: %1 %</source>
        <comment>share of this step</comment>
        <translation>正在评估各版本：%1 %</translation>
    </message>
    <message>
        <source>The versions are being scored.</source>
        <translation>正在评估各版本。</translation>
    </message>
    <message>
        <source>A standard keeps its name, and what it is for.</source>
        <translation>标准的名称和适用范围保持不变。</translation>
    </message>
    <message>
        <source>The standard is being signed.</source>
        <translation>正在签名。</translation>
    </message>
    <message>
        <source>Only admins publish standards, and you are not a member here.</source>
        <translation>只有管理员可以发布标准，而您不是这里的成员。</translation>
    </message>
    <message>
        <source>Your key was revoked: it signs nothing more.</source>
        <translation>您的密钥已被吊销：不能再签名。</translation>
    </message>
    <message>
        <source>Only admins publish standards. You can try one out, and give its JSON to an admin.</source>
        <translation>只有管理员可以发布标准。您可以试用，并把 JSON 交给管理员。</translation>
    </message>
    <message>
        <source>The JSON is not right yet.</source>
        <translation>JSON 还不正确。</translation>
    </message>
    <message>
        <source>Try it on the versions at hand first.</source>
        <translation>请先在现有版本上试用。</translation>
    </message>
    <message>
        <source>New standard</source>
        <translation>新建标准</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <comment>a standard</comment>
        <translation>%1，版本 %2</translation>
    </message>
    <message>
        <source>There is no version of a model that this standard is for.</source>
        <translation>没有此标准适用的模型版本。</translation>
    </message>
    <message>
        <source>The standard has no gates: approvals alone decide.</source>
        <translation>此标准没有准入检查：仅由批准决定。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln gate(s) would fail.</source>
        <translation>
            <numerusform>%Ln 项准入检查不会通过。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is in production stays there: the standard is asked of what comes.</source>
        <translation>已在生产中的版本不受影响：标准只用于今后的申请。</translation>
    </message>
    <message>
        <source>Every gate passes.</source>
        <translation>全部准入检查通过。</translation>
    </message>
    <message>
        <source>The standard could not be tried.</source>
        <translation>无法试用此标准。</translation>
    </message>
    <message>
        <source>%1 v%2 is in force</source>
        <comment>a standard</comment>
        <translation>%1 v%2 已生效</translation>
    </message>
    <message>
        <source>The standard was not published.</source>
        <translation>标准没有发布。</translation>
    </message>
    <message>
        <source>For models of</source>
        <translation>适用模型的部门</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
</context>
<context>
    <name>lepton::ui::StandardListModel</name>
    <message>
        <source>Built in</source>
        <comment>a standard</comment>
        <translation>内置</translation>
    </message>
    <message>
        <source>Always there</source>
        <translation>始终存在</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>生效</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已被取代</translation>
    </message>
    <message>
        <source>Where no other one is for a model</source>
        <translation>用于没有其他标准的模型</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>To production</source>
        <translation>进入生产</translation>
    </message>
    <message>
        <source>To staging</source>
        <translation>进入预发布</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>lepton::ui::StandardsSection</name>
    <message>
        <source>Standards</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>What a version of a model must show before it goes to staging or production, and who approves it. A department&apos;s admins publish its standards; each version is signed. Requests are held to the newest version that is for their model.</source>
        <translation>模型版本在进入预发布或生产之前必须达到的要求，以及由谁批准。标准由部门的管理员发布，每个版本都有签名。申请按适用于该模型的最新版本衡量。</translation>
    </message>
    <message>
        <source>New standard</source>
        <translation>新建标准</translation>
    </message>
    <message>
        <source>The standards are being read.</source>
        <translation>正在读取标准。</translation>
    </message>
    <message>
        <source>The standards could not be read.</source>
        <translation>无法读取标准。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Edit the next version</source>
        <translation>编辑下一版本</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Choose a standard in the list first.</source>
        <translation>请先在列表中选择一个标准。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::StatisticsSheet</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1. %2 of %3 rows after the filter.</source>
        <translation>%1。筛选后 %2 行，共 %3 行。</translation>
    </message>
    <message>
        <source>%1. All %2 rows.</source>
        <translation>%1。全部 %2 行。</translation>
    </message>
    <message>
        <source>No statistics</source>
        <translation>没有统计结果。</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Most frequent values</source>
        <translation>最常见的值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Std. deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Shortest</source>
        <translation>最短</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Earliest</source>
        <translation>最早</translation>
    </message>
    <message>
        <source>25 %</source>
        <translation>25%</translation>
    </message>
    <message>
        <source>Median length</source>
        <translation>长度中位数</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>75 %</source>
        <translation>75%</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最晚</translation>
    </message>
    <message>
        <source>Skewness</source>
        <translation>偏度</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>不同值</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation>非数字</translation>
    </message>
    <message>
        <source>Infinite</source>
        <translation>无穷</translation>
    </message>
</context>
<context>
    <name>lepton::ui::TableFoot</name>
    <message>
        <source>Rows %1 to %2 of %3</source>
        <translation>第 %1 至 %2 行，共 %3 行</translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>没有行</translation>
    </message>
    <message>
        <source>%1 before the filter</source>
        <translation>筛选前 %1 行</translation>
    </message>
    <message>
        <source>Selected: %1, %2 by %3</source>
        <translation>已选：%1，%2 × %3</translation>
    </message>
    <message>
        <source>Selected: row %1, %2 = %3</source>
        <translation>已选：第 %1 行，%2 = %3</translation>
    </message>
    <message>
        <source>Read in less than 1 ms</source>
        <translation>读取不到 1 毫秒</translation>
    </message>
    <message>
        <source>Read in %1 ms</source>
        <translation>读取用时 %1 毫秒</translation>
    </message>
</context>
<context>
    <name>lepton::ui::TablePanel</name>
    <message>
        <source>Table of %1 %2</source>
        <translation>%1 %2 的表格</translation>
    </message>
    <message>
        <source>Some rows cannot be read.</source>
        <translation>部分行无法读取。</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>No row matches the filter</source>
        <translation>没有符合筛选的行</translation>
    </message>
    <message>
        <source>This version has no rows</source>
        <translation>此版本没有行</translation>
    </message>
    <message>
        <source>Of %1 none is left. Take a condition away or clear the filter.</source>
        <translation>%1中没有一行符合。请移除一个条件，或清除筛选。</translation>
    </message>
    <message>
        <source>It has columns alone: the file that was imported held nothing below its header.</source>
        <translation>它只有列：导入的文件在表头之下没有内容。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find a text in the cells (F3). Ctrl+G goes to a row.</source>
        <translation>在单元格中查找文字（F3）。Ctrl+G 转到某一行。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>正在复制</translation>
    </message>
    <message>
        <source>There is no row %1.</source>
        <translation>没有第 %1 行。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>lepton::ui::TableTab</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>v%1</source>
        <translation>v%1</translation>
    </message>
    <message>
        <source>The rows cannot be read.</source>
        <translation>无法读取各行。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::TimelineCard</name>
    <message>
        <source>%1 made v%2 of %3</source>
        <comment>person, version, run or folder</comment>
        <translation>%1 由 %3 生成了 v%2</translation>
    </message>
    <message>
        <source>v%1 moved to %2, asked by %3</source>
        <comment>version, stage, person</comment>
        <translation>v%1 移到%2，由 %3 申请</translation>
    </message>
    <message>
        <source>%1 asked for %2</source>
        <comment>person, stage</comment>
        <translation>%1 申请进入%2</translation>
    </message>
    <message>
        <source>All measured gates passed</source>
        <translation>所有已测准入检查均通过</translation>
    </message>
    <message numerus="yes">
        <source>%Ln gate(s) failed</source>
        <translation>
            <numerusform>%Ln 个准入检查未通过</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 approved</source>
        <translation>%1 已批准</translation>
    </message>
    <message>
        <source>%1 approved: “%2”</source>
        <translation>%1 已批准：“%2”</translation>
    </message>
    <message>
        <source>%1 rejected: “%2”</source>
        <translation>%1 已拒绝：“%2”</translation>
    </message>
    <message>
        <source>The request was withdrawn</source>
        <translation>申请已撤回</translation>
    </message>
    <message>
        <source>v%1 moved to %2</source>
        <comment>version, stage</comment>
        <translation>v%1 移到%2</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ToastHost</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>lepton::ui::TopValues</name>
    <message>
        <source>%1: %2</source>
        <comment>value and its number of rows</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>(empty text)</source>
        <translation>（空文本）</translation>
    </message>
</context>
<context>
    <name>lepton::ui::TrainingPage</name>
    <message>
        <source>%1 is in the trash</source>
        <translation>%1 已移到回收站</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>%1 已恢复</translation>
    </message>
    <message>
        <source>The runs cannot be read.</source>
        <translation>无法读取运行。</translation>
    </message>
    <message>
        <source>The base models cannot be read.</source>
        <translation>无法读取基础模型。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>%1 is imported</source>
        <comment>name of a base model</comment>
        <translation>已导入 %1</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>Import base model</source>
        <translation>导入基础模型</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Base models</source>
        <translation>基础模型</translation>
    </message>
    <message>
        <source>Parts of training</source>
        <translation>训练的各部分</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) moved to the trash</source>
        <translation>
            <numerusform>%Ln 个运行已移到回收站</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) restored</source>
        <translation>
            <numerusform>%Ln 个运行已恢复</numerusform>
        </translation>
    </message>
    <message>
        <source>Base models %1</source>
        <comment>and how many</comment>
        <translation>基础模型 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) in the trash</source>
        <translation>
            <numerusform>回收站中有 %Ln 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 not ended</source>
        <comment>runs, and how many of them</comment>
        <translation>%1，%2 个未结束</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs are trainings of this workspace: what they were trained on, how far they are, and the best score on the validation part, of equal ones the earliest. The filter takes words, or conditions such as macro_f1 &gt; 0.9 and tag = &apos;baseline&apos;. Space ticks a run; two or more are compared below. Enter opens a run, F2 names and tags it, Delete moves it to the trash. Base models are the pre-trained models that a run starts from.</source>
        <translation>运行是此工作区的训练：用什么数据训练、进行到哪里、验证部分的最佳分数（相等时取最早的）。筛选可以是词语，也可以是条件，例如 macro_f1 &gt; 0.9 and tag = &apos;baseline&apos;。空格键勾选运行；勾选两个或更多时在下方比较。回车键打开运行，F2 命名和加标签，Delete 移到回收站。基础模型是运行所用的预训练模型。</translation>
    </message>
    <message>
        <source>The view %1 is forgotten</source>
        <translation>视图 %1 已删除</translation>
    </message>
</context>
<context>
    <name>lepton::ui::TrialModel</name>
    <message>
        <source>%1 v%2</source>
        <comment>model and version</comment>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>不通过</translation>
    </message>
    <message>
        <source>Version and stage</source>
        <translation>版本与阶段</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a gate, and what was found</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Gate, and what was found</source>
        <translation>准入检查及结果</translation>
    </message>
</context>
<context>
    <name>lepton::ui::TryPanel</name>
    <message>
        <source>The text was not classified.</source>
        <translation>文本未分类。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试用</translation>
    </message>
    <message>
        <source>with a text of your own</source>
        <translation>用您自己的文本</translation>
    </message>
    <message>
        <source>Write a text and press Enter</source>
        <translation>输入文本后按 Enter</translation>
    </message>
    <message>
        <source>Text to classify</source>
        <translation>要分类的文本</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>The model of this run reads the text and says how likely each label is.</source>
        <translation>此运行的模型会读取文本，并给出每个标签的概率。</translation>
    </message>
    <message>
        <source>The model is reading the text. The first time it has to be loaded.</source>
        <translation>模型正在读取文本。首次使用需要加载。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a probability in percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a label, its probability</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln further label(s): %1 % together</source>
        <translation>
            <numerusform>另有 %Ln 个标签，合计 %1 %</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lepton::ui::TypeWords</name>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Yes/no</source>
        <translation>是/否</translation>
    </message>
    <message>
        <source>Integer</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Decimal</source>
        <translation>定点小数</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Date and time, UTC</source>
        <translation>日期时间（UTC）</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>日期时间</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ValueBars</name>
    <message>
        <source>%1: %2</source>
        <comment>a value and its number of rows</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Most frequent values</source>
        <translation>最常见的值</translation>
    </message>
</context>
<context>
    <name>lepton::ui::VersionCard</name>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>生成自</translation>
    </message>
    <message>
        <source>import of %1</source>
        <comment>a folder</comment>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Registered by</source>
        <translation>注册人</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>注册时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between aliases</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Model hash</source>
        <translation>模型哈希</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation>打开运行</translation>
    </message>
    <message>
        <source>Review %1</source>
        <translation>审核 %1</translation>
    </message>
</context>
<context>
    <name>lepton::ui::VersionListModel</name>
    <message>
        <source>v%1</source>
        <translation>v%1</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Note or file</source>
        <translation>备注或文件</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Imported by</source>
        <translation>导入者</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>lepton::ui::VersionsPanel</name>
    <message>
        <source>v%1</source>
        <translation>v%1</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>From</source>
        <comment>from one version to another</comment>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <comment>from one version to another</comment>
        <translation>到</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>较早的版本</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>较晚的版本</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>比较版本</translation>
    </message>
</context>
<context>
    <name>lepton::ui::ViewNameDialog</name>
    <message>
        <source>Save as a view</source>
        <translation>保存为视图</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Filter, order and columns come back with it.</source>
        <translation>筛选、排序和列会一起恢复。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>A view needs a name.</source>
        <translation>视图需要名称。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Rename the view %1</source>
        <translation>重命名视图 %1</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
</context>
<context>
    <name>lepton::ui::WaitingCard</name>
    <message>
        <source>Waiting for me</source>
        <translation>等待我处理</translation>
    </message>
    <message>
        <source>Kinds of what waits</source>
        <translation>等待事项的种类</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln 项等待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind and count</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Begin with data</source>
        <translation>从数据开始</translation>
    </message>
    <message>
        <source>A data set is a table from a file: delimited text, JSON Lines or Parquet. Everyone in this workspace sees it.</source>
        <translation>数据集是来自文件的表格：分隔文本、JSON Lines 或 Parquet。此工作区中的所有人都能看到。</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Next: a base model</source>
        <translation>下一步：基础模型</translation>
    </message>
    <message>
        <source>A run fine-tunes a pre-trained model. Import its folder as Hugging Face has it.</source>
        <translation>运行会微调一个预训练模型。请导入其 Hugging Face 格式的文件夹。</translation>
    </message>
    <message>
        <source>Import base model</source>
        <translation>导入基础模型</translation>
    </message>
    <message>
        <source>Next: a first run</source>
        <translation>下一步：首次运行</translation>
    </message>
    <message>
        <source>Data and a base model are here. Every setting of a run has a working default.</source>
        <translation>数据和基础模型都已就绪。运行的每项设置都有可用的默认值。</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>没有等待您处理的事项</translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln</source>
        <translation>
            <numerusform>显示全部 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what happened, and why</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Reviews that take your decision are listed here, and runs and imports of yours that fail or stop, for two weeks.</source>
        <translation>需要您决定的审核列在这里；您失败或停止的运行和导入也会在这里保留两周。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>lepton::ui::WelcomePage</name>
    <message>
        <source>Bring data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>CSV, Parquet, JSON Lines</source>
        <translation>CSV、Parquet、JSON Lines</translation>
    </message>
    <message>
        <source>A workspace is being opened</source>
        <translation>正在打开工作区</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>系统语言</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>先看一看</translation>
    </message>
    <message>
        <source>Open the sample workspace</source>
        <translation>打开示例工作区</translation>
    </message>
    <message>
        <source>Start a workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Choose an empty folder, on this computer or on a share. You become its first member and its admin.</source>
        <translation>选择一个空文件夹，可以在本机，也可以在共享盘上。您将成为第一位成员和管理员。</translation>
    </message>
    <message>
        <source>Create a workspace</source>
        <translation>创建工作区</translation>
    </message>
    <message>
        <source>Asks for a name, your department, a folder</source>
        <translation>需要填写名称、部门和文件夹</translation>
    </message>
    <message>
        <source>Join your colleagues</source>
        <translation>加入同事</translation>
    </message>
    <message>
        <source>Open a shared workspace</source>
        <translation>打开共享工作区</translation>
    </message>
    <message>
        <source>Or drop its folder on this window</source>
        <translation>也可以把文件夹拖到此窗口</translation>
    </message>
    <message>
        <source>open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>find any action</source>
        <translation>查找任意操作</translation>
    </message>
    <message>
        <source>help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation>微调</translation>
    </message>
    <message>
        <source>on this computer, no server</source>
        <translation>就在本机，无需服务器</translation>
    </message>
    <message>
        <source>Read the report</source>
        <translation>阅读报告</translation>
    </message>
    <message>
        <source>per class, row by row</source>
        <translation>按类别，逐行查看</translation>
    </message>
    <message>
        <source>Decide together</source>
        <translation>共同决定</translation>
    </message>
    <message>
        <source>signed, and never lost</source>
        <translation>经签名，永不丢失</translation>
    </message>
    <message>
        <source>A workspace is a folder. It holds data, runs, models and decisions, and can be shared by everyone who can reach it.</source>
        <translation>工作区是一个文件夹，存放数据、运行、模型和决定；凡能访问它的人都可以共用。</translation>
    </message>
    <message>
        <source>Small data sets and a base model to try things with, copied to your disk. Nothing you do there reaches anyone.</source>
        <translation>几个小数据集和一个基础模型，复制到您的磁盘上供试用。您在其中的操作不会影响任何人。</translation>
    </message>
    <message>
        <source>They are imported as you watch</source>
        <translation>导入过程当场可见</translation>
    </message>
    <message>
        <source>Choose the folder of a workspace that others use. Your key is made here; an admin gives you your roles.</source>
        <translation>选择他人正在使用的工作区文件夹。您的密钥在此生成，角色由管理员授予。</translation>
    </message>
</context>
<context>
    <name>lepton::ui::WordsEdit</name>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>lepton::ui::WorkspaceSection</name>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Shared: several computers may write to it</source>
        <translation>共享：多台电脑可以写入</translation>
    </message>
    <message>
        <source>Local: used on one computer</source>
        <translation>本机：只在一台电脑上使用</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Root key</source>
        <translation>根密钥</translation>
    </message>
</context>
</TS>
