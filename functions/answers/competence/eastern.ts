import { clauses, unspacedClauses } from "./clauses.ts";

const inTurkish = {
  party:
    "(?:hosting|barindirma|kayit (?:firma|kurulus|operator|sirket)|kayitci|saglayici|isleten|operator|sahib|" +
    "sahip|yonetici|" +
    "(?:yetkili|ilgili|resmi) (?:makam|merci|kurum|firma|sirket|kurulus)|registrar|emniyet|savcili)",
  please:
    "(?:basvur|gec|ilet|ulas|bildir|yonlendir|muracaat ed|muracaat et|danis|gonder|yonelt|" +
    "yap)(?:[iu]n(?:[iu]z)?_|m[ae]n[iu]z|" +
    "m[ae]l[iu]|m[ae]s[iu]|m[ae]k (?:gerek|lazim)|[ae]b[iu]l[iu]rs[iu]n[iu]z)",
};

export const turkish = clauses({ endsGap: "\\S*[aiu]m[iu]z|ihlal|kanit|zararli" }, [
  "(?<!sorumlulu… )(?:bize|bizim|bizde|biz|bunyemiz|uzerimiz|tarafimiz|sirketimiz|firmamiz|kurumumuz|" +
    "kurulusumuz|agimiz|" +
    "sunucumuz|sunucularimiz|altyapimiz|sistemimiz|sistemlerimiz|araligimiz|" +
    "blogumuz)… ~(?:(?:ait |kayitli |sorumlu )?degil|bulunm|barindirilm|" +
    "barinm|yer alm|yonetilm|isletilm|saglanm|hizmet alm|kullanilm|(?:tescil|kayit) edilm|kaydedilm|" +
    "tahsisli degil|(?:barindirm|yonetm|isletm|kullanm|" +
    "kontrol etm|saglam)" +
    "[iu]yoruz)",
  "(?:musteri|abone|kullanici)(?:miz|lerimiz|larimiz)(?:den|dan)? (?:biri |birisi )?degil",
  "(?:yetki|gorev|sorumluluk|kontrol|faaliyet|hizmet)… (?:ve … )?(?:\\S*[iu]m[iu]z\\S* )?~disi|" +
    "(?:yetki|gorev|sorumluluk|faaliyet) (?:alan|kapsam|saha)… ~girm|(?:agimiz|sistemimiz|altyapimiz|" +
    "sunucularimiz)… disi|" +
    "(?:yetki|gorev|sorumluluk|faaliyet|hizmet) (?:alan|kapsam|saha)\\S*[iu]m[iu]z… ~(?:girm|degil)|" +
    "kontrolumuz… disi",
  "(?<!(?:verme|paylasma|aciklama)… )(?:yetkimiz|yetkili|yetkiye sahip) (?:yok|bulunm|degil)",
  "(?:sunucu|site|sayfa|alan adi|adres|ag|ip)n?[dt][ae]n ~sorumlu degil",
  "elimizde(?:n)? (?:degil|gelm)|kontrolumuz ~(?:yok|degil|bulunm)|erisimimiz (?:yok|bulunm)|" +
    "(?:kaldirma|silme|kapatma|engelleme|mudahale)(?: etme)? (?:yetki|imkan)… (?:yok|bulunm)",
  "yetkimiz ~(?:dahilinde|icinde) degil|(?:alan adi|site|sunucu|adres|sayfa)… ~hizmet (?:ver|sun|sagla)m[iae]",
  "(?:barindirma|hosting|sunucu) hizmeti… ~(?:vermiyor|vermemekte|saglamiyor|saglamamakta|sunmuyor|sunmamakta)",
  "(?:ilgimiz|alakamiz|iliskimiz|baglantimiz|bagimiz) (?:yok|bulunm)|bizimle ~(?:ilgili|ilgisi|alakasi|" +
    "alakali) (?:yok|degil)",
  "(?:sadece|yalnizca|salt) ~(?:kayit (?:\\S+[iu]y[iu]z_|hizmet)|kayitci|registrar|dns|bayi_|bayiyiz|bayilik|" +
    "araci_|aracilik|transit|cdn|proxy|baglanti|yeniden sat|" +
    "tasiyici|erisim saglayici)",
  `(?:ancak|sadece|yalnizca) ~${inTurkish.party}… ~(?:\\S*[ae]bil[iu]r|mumkun|yetkili)`,
  "(?:baska|farkli|diger|ucuncu) (?:bir )?~(?:firma|sirket|saglayici|operator|kurulus|kurum|sunucu|hosting|" +
    "taraf)… ~" +
    "(?:ait|barin|hizmet al|tahsis|tasin|gecmis|yonet|kayitli|bulunuyor|bulunmakta|isletil)",
  `${inTurkish.party}… ~(?:degerlendir(?:ir|mekte)|ilgilen(?:ir|mekte)|yetkisinde|yetkilidir)`,
  `${inTurkish.party}… ~${inTurkish.please}|${inTurkish.party}… ~iletisime ${inTurkish.please}`,
  "yanlis (?:adrese|kisiye|firmaya|kuruma|yere|sirkete|muhatab|departmana)|(?:dogru|yetkili|" +
    "ilgili) (?:muhatap|taraf|kurum|" +
    "kurulus|merci|adres|firma) ~degil|muhatab… biz degil",
]);

const inJapanese = {
  ours: "(?:弊社|当社|当方|当センター|当組織|当機関|弊センター|本学|我々|私ども|こちら)(?:側)?",
  party:
    "(?:事業者|会社|業者|管理者|運営者|所有者|契約者|登録者|提供者|オーナー|レジストラ|レジストリ|プロバイダー?|" +
    "管理元|運営元|警察|機関|官庁|発信者)",
  isNot: "(?:では|じゃ)(?:ありません|ございません|ない|なく)",
  doesNot: "(?:おりません|いません|ません|おらず|いない|ございません)",
};

export const japanese = unspacedClauses({ endsGap: "弊社|当社|裁判所" }, [
  `${inJapanese.ours}の?(?:もの|割り?当て|顧客|お客様|お客さま|契約者|ユーザー|会員|サーバー?|ネットワーク|` +
    `設備|アドレス|ドメイン|` +
    `取り?扱い?|管轄|担当|所管|業務|責任|責任範囲|対応範囲|管理下|管理対象|権限)${inJapanese.isNot}`,
  `(?:担当|対応|適切な|正しい)?(?:窓口|部署|連絡先|宛先|管轄|当事者|所管|責任範囲|対応範囲|` +
    `業務範囲)${inJapanese.isNot}`,
  `${inJapanese.ours}~(?:登録|提供|管理|運営|運用|所有|ホスト|契約)(?:を)?(?:された|した|する|` +
    `している)(?:もの|サーバー?|サイト)` +
    `${inJapanese.isNot}`,
  `${inJapanese.ours}のお客様${inJapanese.isNot}`,
  "(?:管轄|管理|対応|担当|業務|責任|取り?扱い?|所管|権限|職務|ネットワーク)(?:範囲|対象)?外|割り?当て?(?:の)?範囲外",
  `${inJapanese.ours}[^。]{0,24}(?<!情報(?:を|は|の))(?:ホスティング|ホスト|管理|運営|運用|提供|登録|契約|` +
    `取り?扱|収容|保有|` +
    "所有|設置|割り?当て)(?:い?を|は|も|が)?(?:して|されて|行って|いたして|行われて|って|われて|し|いたし|" +
    "い)?(?:は|も)?" +
    inJapanese.doesNot,
  `${inJapanese.party}(?:様)?の(?:所管|管轄|担当|権限)(?:です|とな|にな|であ)|(?:弊社|当社|` +
    `当方)(?:では)(?:なく|ありません|ございません)`,
  `${inJapanese.ours}(?:の|が)(?:管理|所有|割り?当て|運用)~(?:もの|ip|サーバー?|ドメイン|アドレス|` +
    `サイト)${inJapanese.isNot}`,
  `${inJapanese.ours}[^。]{0,20}(?:手を加え|介入|契約(?:の|が|は)(?:な|ござい|あり))[^。]{0,8}(?:でき|かね|` +
    `ない|ません)|` +
    `${inJapanese.ours}と(?:は)?契約(?:の|が)な`,
  `${inJapanese.ours}の?サービス(?:を|は)~(?:もの${inJapanese.isNot}|利用して${inJapanese.doesNot})`,
  "管理下に(?:は)?(?:ござい|あり)ません|権限(?:の|が)及ば|(?:門|筋)違い",
  `(?:削除|停止|操作|対応|管理|処理|措置|介入|変更|判断|遮断|取り?扱う)~(?:権限|手段|立場|方法|術)(?:が|は|も|` +
    `に|を|では)` +
    "(?:は)?(?:ござい|あり|持っ|有し|な)",
  "(?:削除|停止|操作|対応|制御|遮断)~技術的に~(?:でき|不可能)|操作(?:は|も|が)?でき(?:ません|ず|かね)",
  `${inJapanese.ours}(?!~(?:紛争|争い))[^。]{0,20}(?:関係|関与|関わり)(?:は|が|も|して)?(?:一切)?(?:ござい|` +
    `あり|おり|い)ません`,
  "(?:レジストラ|登録代行|登録|再販(?:業者)?|代理店|回線|トランジット|cdn|プロキシ|dns|中継|リセラー|" +
    "取次)(?:(?!から|要請|依頼|場合)[^。]){0,14}" +
    "(?:に過ぎ|にすぎ|のみ|だけ)(?!で(?:は|も)?な)",
  "(?:他社|(?:別|他)の?(?:会社|事業者|業者|プロバイダー?))(?:様)?(?:の|が|で|に|へ)[^。]{0,14}(?:運用|運営|" +
    "管理|ホスト|" +
    "ホスティング|割り?当て|移管|移転|収容|稼働|契約|登録|設置|委譲)",
  `(?<!(?:弊社|当社)の)${inJapanese.party}(?:様)?(?:へ|に|まで|に対して|宛に)~(?:お?問い?合わせ|お尋ね|ご?連絡|` +
    `ご?相談|お申し出|` +
    "ご?依頼|ご?通報|お申し立て|ご?申請)(?:ください|下さい|願|いただ|頂|をお願い|を?お勧め|される)",
  "(?:宛先|お?問い?合わせ先|ご?連絡先|窓口|送り先|送付先)(?:が|を|は)?~(?:違|異な|誤|間違)",
]);

const inKorean = {
  ours: "(?:당사|저희|우리|본사|폐사|본 ?(?:기관|센터)|당 ?(?:기관|센터))",
  party:
    "(?:업체|사업자|운영자|관리자|소유자|제공자|등록자|등록 ?기관|대행사|레지스트라|통신사|호스팅 ?사|관계 ?기관|" +
    "관할 ?기관|해당 ?기관|수사 ?기관|경찰)",
  please: "(?:하시|해 ?주|바랍|하십|하여 ?주|부탁|하셔|하세요|을 권|를 권)",
};

export const korean = unspacedClauses({ endsGap: "고객의|부서|팀|법원" }, [
  `${inKorean.ours}~(?:소유|고객|사용자|이용자|가입자|서버|망|대역|회선|네트워크|ip|도메인|것|관할|소관|담당|` +
    `업무|관리 ?대상|` +
    "책임 ?범위|권한)(?:이|가|은|는|도)? ?아[닙니닌]",
  "(?:소관|관할|담당)[^.]{0,8}(?:아닙니다|아니며|아니므로|아니라|아닌)",
  "(?:권한이 있는|적절한|올바른|담당) ?(?:기관|업체|회사|부서|당사자|수신자|주체)(?:이|가)? ?(?:아닙|아니)",
  "(?:관할|소관|업무|권한|책임|관리|서비스) ?(?:범위|영역)?(?:을|를|의|에서)? ?(?:벗어|밖)",
  `${inKorean.ours}~(?:속하|등록되|등록하|호스팅되|호스팅하|서비스하|서비스되|관리하|관리되|운영하|운영되|` +
    `보유하|소유하|` +
    "관여하|할당되|담당하|취급하|포함되|(?:호스팅|서비스|서버|회선)[을를은는]? ?제공하|관리하고 있|" +
    "운영하고 있|호스팅하고 있|" +
    "호스팅되고 있)지 ?(?:않|아니)",
  `${inKorean.ours}.{0,3}(?:호스팅|관리|운영|제공|등록)(?:하는|한|중인|하고 있는) ?[^ .]{1,8}[이가] ?아[닙니닌]`,
  `${inKorean.ours}~서비스를 이용하(?:고 있)?지 ?않|(?:판단|결정|처리|조치)할 (?:위치|입장)에 있지 ?않`,
  `${inKorean.ours}~통해 등록[^.]{0,4}(?:않|아니)`,
  "(?:삭제|차단|조치|접근|관리|처리|제어|통제|수정|중단|개입)(?<!(?:없이|법원)[^.]{0,30})~(?:권한|방법|수단)~없",
  "(?:조치|처리|삭제|차단)[^.]{0,6}할 수 있는 ?(?:사안|문제|일|것|내용|위치|입장)[이가]? ?아",
  `${inKorean.ours}[^.]{0,16}(?:관련|관계|연관)(?:이|은|성이|가|는)? ?없|${inKorean.ours}[^.]{0,6}무관`,
  "(?:등록|대행|리셀러|중개|재판매|회선|임대|dns|cdn|트랜짓|프록시)[^.]{0,6}(?:만(?:을)? ?(?:담당|제공|하고|" +
    "취급|수행|" +
    "대행)|에 불과|일 ?뿐)",
  "(?:타사|다른 ?(?:회사|업체|사업자|통신사|호스팅|기관|등록))[^.]{0,10}(?:운영|이전|이관|관리|할당|호스팅|" +
    "서버|등록|이용|" +
    "소속|배정)",
  `${inKorean.ours}~(?:제어|통제|관리|접근|관여|개입)할 수 없|${inKorean.party}(?:이|가|에서) ?(?:처리|담당|` +
    `관할)(?:합니다|해야|할 ?사)`,
  `${inKorean.party}(?:만이?|에서만)[^.]{0,10}(?:할 수 있|가능)`,
  `(?<!${inKorean.ours} )${inKorean.party} ?(?:에|에게|로|측에|측으로|쪽에|께) ?(?:직접 ?)?(?:문의|연락|신고|` +
    `요청|상담|제기)~` +
    inKorean.please,
  `(?:호스팅|등록 ?대행|레지스트라|서버)~(?:에|로|에게|측에|으로) ?(?:직접 )?(?:문의|연락|신고|` +
    `요청)${inKorean.please}`,
  "잘못된 ?(?:곳|기관|업체|수신|부서|담당)|잘못 (?:보내|연락|문의|찾)",
]);

const inChinese = {
  ours: "(?:我们|我們|我司|本公司|我公司|我方|我处|我處|敝司|敝公司|本司|本中心|我中心|我校|本机构|本機構|这里|這裡)",
  customer: "(?:客户|客戶|用户|用戶|租户|會員|会员)",
  thing:
    "(?:网站|網站|域名|網域|网域|服务器|伺服器|主机|主機|ip|网段|網段|网络|網路|網絡|机房|機房|地址|站点|站點|" +
    "页面|頁面)",
  party:
    "(?:注册商|註冊商|注册局|註冊局|主机商|主機商|托管商|託管商|供应商|供應商|服务商|服務商|提供商|运营商|" +
    "運營商|營運商|" +
    "业者|業者|管理者|管理员|管理員|所有者|所有人|持有人|拥有者|擁有者|站长|站長|运营方|运营者|主管部门|主管機關|" +
    "主管机关|有关部门|有關單位|相关部门|相关机构|相關單位|警方|公安)",
  duty:
    "(?:职权|職權|职责|職責|权限|權限|管辖|管轄|能力|责任|責任|业务范围|業務範圍|服务范围|服務範圍|" +
    "管理范围|管理範圍)",
};
const notOfChineseContent = "(?![^,。]{0,14}(?:资料|資料|信息|資訊|内容|內容))";

export const chinese = unspacedClauses({ endsGap: "我|本公司|敝|命令" }, [
  "(?:不是|并非|並非|非)~(?:适当|適當|正确|正確|合适|合適|主管|责任|責任)(?:的)?(?:对象|對象|机构|機構|单位|單位|" +
    "联系人|聯絡人|方)",
  `(?:不是|并非|並非)${inChinese.ours}的?(?=[。.;!,]|$)|(?:未|没有|沒有)使用${inChinese.ours}的?(?:服务|服務)`,
  `(?:不属于|不屬於|不归|不歸|不由|不受)${inChinese.ours}`,
  `(?:不是|并非|並非|并不是|並不是|非)${inChinese.ours}的?(?:${inChinese.customer}|${inChinese.thing}|业务|` +
    `業務|管辖|管轄)(?!的)`,
  `(?:不|未|没有?|沒有?|并未|並未|并非|並非|不是|非)(?:托管|託管|存放|放置|架设|架設|位于|位於|注册|註冊)?` +
    `(?:在|于|於|由|通过|通過|透過|经|經)${inChinese.ours}~(?:注册|註冊|托管|託管|管理|${inChinese.thing}|备案|平台)`,
  `${inChinese.ours}(?:公司)?(?:并|並)?(?:不|没有|沒有|未|无法|無法)(?:托管|託管|运营|營運|運營|管理|控制|` +
    `负责|負責|拥有|` +
    `擁有|维护|維護|持有)${notOfChineseContent}~${inChinese.thing}`,
  "(?:不|未|没有|沒有)(?:为|為|向|给|給)~提供~(?:主机|主機|托管|託管|接入|空间|服务|服務)|" +
    `不(?:负责|負責)(?:该|該|此|这|這)?(?:个|個)?${inChinese.thing}|不提供(?:主机|主機|托管|託管|空间)`,
  `${inChinese.ours}(?:不是|并非|並非)~${inChinese.party}`,
  `(?:不属于|不屬於|不在|超出|超越|不归|不歸)(?:了)?[^,。]{0,2}${inChinese.ours}(?:的)?~${inChinese.duty}`,
  "(?:无权|無權|没有权限|沒有權限)(?<!(?:命令|判决|判決|裁定)[^。]{0,16})(?:来|去|对|對)?~(?:处理|處理|干预|" +
    "干預|删除|刪除|" +
    "管理|关闭|關閉|受理|停止|封|介入|过问|過問|管辖)|(?:无|無|没有|沒有)(?:相关|任何)?(?:管[辖轄]|管理|处理|" +
    "處理|操作|控制)(?:的)?[权權]",
  "(?:只是|仅是|僅是|仅为|僅為|只提供|仅提供|僅提供|只负责|仅负责|只負責|僅負責|只做|仅作为|僅作為)~(?:注册|" +
    "註冊|转售|" +
    "轉售|代理|经销|經銷|中介|线路|線路|带宽|頻寬|cdn|解析|dns|中转|中轉|接入|传输|傳輸|转发|加速)",
  `(?<!已)由~${inChinese.party}~(?:处理|處理|负责|負責)|不在${inChinese.ours}(?:这|這|处|處)`,
  `(?:只能由|须由|應由|应由|必须由|需由|只能找)~${inChinese.party}|只有~${inChinese.party}(?:才|可以|有权|有權|能)`,
  `(?:在|由|给|給|至|到|属于|屬於|归|歸|于|於)(?:其他|其它|别的|別的|另一|别家|別家|第三方)(?:一?家|个|個|的)?~` +
    `(?:公司|机构|機構|${inChinese.party}|${inChinese.thing})`,
  `(?:请|請|应|應|建议|建議|需|须|您可|你可)~(?:向|与|與|联系|聯繫|联络|聯絡|咨询|諮詢|找)~${inChinese.party}`,
  "(?:找|发|發|寄|投|送|搞)[错錯](?:了)?(?:人|对象|對象|地方|部门|部門|单位|單位|邮箱|信箱|公司)|" +
    "[发發寄投][错錯]了",
  `(?:与|與|和|跟)${inChinese.ours}~(?:无关|無關|(?:没有|沒有)(?:任何)?(?:关|關|联|聯)|无任何|無任何|毫无关|` +
    `毫無關)|` +
    `${inChinese.ours}(?:与|與|和|跟)~(?:无关|無關|(?:没有|沒有|无|無|并无|並無)(?:任何)?(?:关|關|联|聯))`,
]);
