#include "report/HtmlStyle.h"

#include "report/Style.h"

#include <utility>

namespace graft::report {

namespace {

/// "$name" is a token of Style.h.
const QString kSheet = QStringLiteral(R"css(:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:$window;color:$text;font:13px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{max-width:1128px;margin:24px auto;padding:0 40px;background:$surface;border:1px solid $hairline;border-radius:6px}
h1,h2,p,dl,dd,ul,figure{margin:0;padding:0}
ul{list-style:none}
header{padding:32px 0 24px}
.brand{display:flex;align-items:center;gap:8px;color:$secondary;font-size:11px;font-weight:600;margin-bottom:24px}
.brand .mark{color:$accent}
h1{font-size:28px;line-height:1.2;font-weight:600;overflow-wrap:anywhere}
.subtitle{font-size:15px;color:$secondary;margin-top:4px}
.marks{display:flex;flex-wrap:wrap;gap:4px 16px;margin-top:16px;color:$secondary;font-size:11px}
section{display:grid;grid-template-columns:208px minmax(0,1fr);gap:16px 40px;padding:24px 0 32px;border-top:1px solid $hairline}
h2{font-size:15px;line-height:1.3;font-weight:600}
.about p{color:$secondary;font-size:11px;margin-top:8px}
.content{min-width:0;max-width:800px}
.content>*+*{margin-top:16px}
.lead{font-size:15px}
.note{color:$secondary}
.warning{border-left:3px solid $warning;padding-left:12px}
.headline{display:grid;grid-template-columns:auto 1fr;column-gap:16px;align-items:center}
.headline .figure{grid-row:1/3;font-size:56px;line-height:1.1;font-weight:600;letter-spacing:-0.02em;
font-variant-numeric:tabular-nums}
.headline .sentence{font-size:15px;align-self:end}
.headline .span{color:$secondary;align-self:start}
.lesser{display:grid;grid-template-columns:repeat(auto-fit,minmax(160px,1fr));gap:16px;border-top:1px solid $hairline;padding-top:16px}
.lesser dt{color:$secondary;font-size:11px}
.lesser dd{font-size:20px;font-variant-numeric:tabular-nums}
.lesser dd span{display:block;font-size:11px;color:$secondary}
.facts>div{display:grid;grid-template-columns:208px minmax(0,1fr);gap:16px;padding:4px 0;border-bottom:1px solid $hairline}
.facts dt{color:$secondary}
.facts dd{overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding-bottom:4px}
th,td{text-align:left;padding:4px 12px 4px 0;border-bottom:1px solid $hairline;vertical-align:top;font-weight:400;overflow-wrap:anywhere}
thead th{color:$secondary;font-size:11px;vertical-align:bottom;overflow-wrap:normal}
th.number,td.number{text-align:right;padding-right:0;padding-left:12px}
td.number{white-space:nowrap}
th strong,td strong{font-weight:600}
.swatch{display:inline-block;width:10px;height:10px;border-radius:3px;margin-right:8px}
.interval{display:block;margin:2px 0 0 auto}
details>summary{cursor:pointer;font-weight:600}
details caption{display:none}
.charts{display:grid;gap:24px}
.charts.beside{grid-template-columns:repeat(2,minmax(0,1fr))}
.charts svg{display:block;width:100%;height:auto}
svg text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums}
.gallery{display:grid;grid-template-columns:repeat(auto-fill,minmax(144px,1fr));gap:16px}
.gallery img,.gallery .missing{display:block;width:100%;height:144px;object-fit:contain;background:$window;border-radius:6px}
.gallery figcaption{font-size:11px;margin-top:4px;overflow-wrap:anywhere}
.gallery figcaption span{display:block;color:$secondary}
.gallery .file{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.screenshot img{display:block;width:100%;height:auto;border:1px solid $hairline;border-radius:6px}
.screenshot figcaption{color:$secondary;margin-top:4px}
footer{border-top:1px solid $hairline;padding:16px 0 24px;color:$secondary;font-size:11px}
@media (max-width:900px){main{padding:0 16px;margin:0;border:0}section{grid-template-columns:minmax(0,1fr)}
.charts.beside{grid-template-columns:minmax(0,1fr)}}
@media print{@page{size:A4;margin:14mm}body{background:$surface}main{max-width:none;margin:0;padding:0;border:0}
section{display:block;padding:16px 0}.about{margin-bottom:12px}h2,.about{break-after:avoid}
figure,tr,.headline,.lesser,.facts>div{break-inside:avoid}thead{display:table-header-group}
.gallery{grid-template-columns:repeat(5,1fr)}.gallery img,.gallery .missing{height:112px}}
)css");

} // namespace

QString styleSheet() {
    QString sheet = kSheet;
    const std::pair<const char*, QRgb> tokens[] = {
        {"$window", style::kWindow},   {"$surface", style::kSurface},     {"$hairline", style::kHairline},
        {"$text", style::kText},       {"$secondary", style::kSecondary}, {"$accent", style::kAccent},
        {"$warning", style::kWarning},
    };
    for (const auto& [name, color] : tokens)
        sheet.replace(QLatin1String(name), QColor::fromRgb(color).name());
    return sheet;
}

} // namespace graft::report
