/** How the platform draws its own elements where a page says nothing else; sizes as its documentation and its own sheet have them. */
export const platformStyles = `
*{margin:0}
html,body{min-height:100%;padding:0}
body{font-family:-apple-system-font,'Helvetica Neue','Noto Sans CJK SC',sans-serif;font-size:16px;-webkit-text-size-adjust:100%}
wx-view,wx-scroll-view,wx-form,wx-cover-view,wx-swiper,wx-swiper-item,wx-navigator{display:block}
wx-scroll-view[scroll-y]{overflow-y:auto}
wx-text{display:inline;white-space:pre-wrap}
wx-label,wx-block,wx-slot{display:inline}
wx-camera{display:block;width:100%;height:300px;background:#1b1b1b}
wx-image{display:inline-block;width:320px;height:240px;overflow:hidden}
wx-image>img{display:block;width:100%;height:100%}
wx-canvas{display:block;width:300px;height:150px}
wx-web-view{display:block;position:fixed;inset:0;background:#fff}
wx-input{display:block;height:1.4em;overflow:hidden}
wx-progress{display:block;height:6px;background:#ebebeb}
wx-button{position:relative;display:block;margin-left:auto;margin-right:auto;padding-left:14px;padding-right:14px;box-sizing:border-box;
font-size:18px;text-align:center;line-height:2.55555556;border-radius:5px;overflow:hidden;color:#000;background-color:#f8f8f8}
wx-button[type=primary]{color:#fff;background-color:#1aad19}
wx-button[type=warn]{color:#fff;background-color:#e64340}
wx-button[size=mini]{display:inline-block;line-height:2.3;font-size:13px;padding:0 1.34em}
wx-button[disabled]{color:rgba(0,0,0,.3)}
wx-button[type=primary][disabled]{background-color:#9ed99d;color:rgba(255,255,255,.6)}
[hidden]{display:none!important}
`;
