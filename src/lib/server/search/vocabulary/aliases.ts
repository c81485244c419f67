/** Spellings of one place or name, a set a line. See README.md beside this file. */
export const aliases = `
# Spellings of one place or one name, a set a line; README.md tells how a line is written.

# places

السعودية, المملكة العربية السعودية, Saudi Arabia, Saudi, KSA, Kingdom of Saudi Arabia, Arabie Saoudite
الرياض, منطقة الرياض, Riyadh, Riyad, Ar Riyad, Riad, Riyadh Region
مكة المكرمة, مكة, منطقة مكة المكرمة, Makkah, Mecca, Mekkah, Meccah, Makka, Mekka, Makkah Al-Mukarramah, Mecca Province
المدينة المنورة, المدينة, منطقة المدينة المنورة, Madinah, Medina, Madina, Medinah, Al-Madinah Al-Munawwarah, Madinah Munawarah
المنطقة الشرقية, الشرقية, Eastern Province, Eastern Region, Ash-Sharqiyah, Sharqia, Sharqiya, Asharqia
القصيم, منطقة القصيم, Qassim, Qasim, Gassim, Qaseem, Kassim, Gaseem
حائل, منطقة حائل, Hail, Hayil, Hayel, Hael
تبوك, منطقة تبوك, Tabuk, Tabouk, Tabook
الحدود الشمالية, منطقة الحدود الشمالية, Northern Borders, Northern Border, Northern Borders Region, Al-Hudud ash-Shamaliyah
جازان, جيزان, منطقة جازان, Jazan, Jizan, Gizan, Jezan, Jeezan, Jazzan
نجران, منطقة نجران, Najran, Nejran, Nagran
الباحة, منطقة الباحة, Al-Bahah, Baha
الجوف, منطقة الجوف, Al-Jawf, Al-Jouf, Jof, Jauf
عسير, منطقة عسير, Asir, Aseer, Assir, Asseer
نجد, Najd, Nejd
الحجاز, Hejaz, Hijaz, Hedjaz
تهامة, Tihamah, Tihama, Tehama
سدير, Sudair, Sudayr, Sedair, Sudeer

الدرعية, Diriyah, Ad-Diriyah, Diriyyah, Deraiyah, Dariyah, Deriyah, Diriya
الخرج, Al-Kharj, Al-Kharg
الدوادمي, Ad-Dawadimi, Dawadmi, Duwadimi
المجمعة, Al-Majmaah, Al-Majma'a
القويعية, Al-Quwayiyah, Al-Quwaiyah, Quwaiiyah, Qwayiyah, Gowaiya
وادي الدواسر, Wadi ad-Dawasir, Wadi Dawaser
الأفلاج, Al-Aflaj
ليلى, ليلى الأفلاج, Layla, Laila, Layla Al-Aflaj
الزلفي, Az-Zulfi, Zilfi
شقراء, Shaqra, Shagra, Shaqraa, Shakra
حوطة بني تميم, الحوطة, Hotat Bani Tamim, Howtat Bani Tamim, Hawtat Bani Tamim, Hutat Bani Tamim, Hautat Bani Tamim, Al-Hawtah
حوطة سدير, Hotat Sudair, Hawtat Sudayr, Howtat Sudair, Hautat Sudair
عفيف, Afif, Afeef
السليل, As-Sulayyil, Sulayil, Sulail
ضرما, Dhurma, Durma, Dhurmaa, Dharma, Dhruma
المزاحمية, Al-Muzahimiyah, Muzahmiyya, Al-Muzahmiyah, Mozahmiya
رماح, Rumah, Rumaah, Remah
ثادق, Thadiq, Thadig, Thadeq
حريملاء, Huraymila, Huraimla, Hraymila, Huraymla, Horaimla
الحريق, Al-Hariq, Al-Hareeq
الغاط, Al-Ghat
مرات, Marat, Maraat
الدلم, Ad-Dilam, Dalam, Delam
الرين, Ar-Rayn, Al-Rain, Alreen
ساجر, Sajir, Sajer
ثرمداء, Tharmada, Tharmda
الرويضة, Ruwaidah, Ruwaydah, Rowaida
جلاجل, Jalajil, Jalajel, Glajil
تمير, Tumair, Tumayr

جدة, Jeddah, Jiddah, Jedda, Jidda, Djeddah, Gedda, Judda
الطائف, Taif, At-Taif, Tayef
القنفذة, Al-Qunfudhah, Qunfudah, Qunfidah, Gunfudah, Qunfotha
الليث, Al-Lith, Al-Laith, Al-Leith
رابغ, Rabigh, Rabegh
الجموم, Al-Jumum, Al-Jamoum, Jumoom
خليص, Khulais, Khulays, Kholais
الكامل, Al-Kamil, Al-Kamel
الخرمة, Al-Khurmah, Al-Khurma, Khormah
رنية, Ranyah, Rania, Ranya, Raniyah, Runya
تربة, Turabah, Turbah, Turaba, Torba, Turubah
المويه, Al-Muwayh, Al-Muwaih, Al-Moya, Al-Muwayah
ميسان, Maysan, Maisan, Meesan
أضم, Adham, Adhum, Idam
العرضيات, Al-Ardiyat, Al-Ardhiyat, Al-Ardiyyat
بحرة, Bahrah, Bahra
ثول, Thuwal, Thual, Thowal
الحوية, Al-Hawiyah, Hawiya
القوز, Al-Quoz, Al-Quz, Al-Qawz
المظيلف, Al-Muzaylif, Muzailif, Al-Mudhaylif

ينبع, Yanbu, Yenbo, Yanbo, Yanboo, Yanbu al-Bahr, Yanbo Al-Bahr
العلا, AlUla, Al-Ula, Al-Ola
مهد الذهب, المهد, Mahd adh-Dhahab, Mahd Al-Thahab, Mahd Ad-Dahab
الحناكية, Al-Hanakiyah, Al-Henakiyah, Hanakia
بدر, بدر حنين, Badr, Bader, Badr Hunayn
خيبر, Khaybar, Khaibar, Khayber, Khaiber
العيص, Al-Ais, Al-Ays, Al-Eis
وادي الفرع, Wadi al-Fara, Wadi Al-Furu, Wadi Al-Far', Wadi Al-Fora

الدمام, Dammam, Ad-Dammam, Damam
الخبر, Khobar, Al Khobar, Al-Khubar, Khober
الظهران, Dhahran, Az-Zahran, Dahran, Daharan
القطيف, محافظة القطيف, Qatif, Al-Qatif, Qateef, Katif, Kateef, Qatef, Gatif, Gateef, Kteef
سيهات, Saihat, Sayhat, Seihat, Sehat, Saihaat, Seyhat, Sihat
صفوى, صفوة, صفوا, Safwa, Safwah, Safwaa
تاروت, جزيرة تاروت, Tarout, Tarut, Taroot, Tarout Island, Tarut Island
العوامية, Al-Awamiyah, Awamiyah, Awamia, Awamiya, Awwamiyah, Awamiyya
القديح, Al-Qudaih, Qudaih, Qudayh, Al-Qudeeh, Qudeih, Gudaih, Gdaih, Qodaih
الجارودية, Al-Jaroudiyah, Jarudiyah, Jaroudia, Jarodia, Jaroodiya
الأوجام, الآجام, Al-Awjam, Awjam, Al-Ajam, Oujam, Aujam
أم الحمام, Umm Al-Hamam, Umm al-Hammam, Um Alhamam, Om Alhamam
حلة محيش, الحلة, Hillat Muhaysh, Hillat Muhaish, Hillat Mhaish, Hellat Mohaish, Hilat Mohaish, Hallat Muhaish, Al-Hillah
البحاري, Al-Bahari, Al-Behari
التوبي, At-Toubi, Al-Toubi, Tubi, Al-Tobi, Toobi
الخويلدية, Al-Khuwaildiyah, Khuwaildiyah, Khuwaildia, Khuwaylidiyah, Khwaildia, Khowildiah
أم الساهك, Umm As-Sahik, Umm Al-Sahik, Um Al-Sahek, Um Alsahik, Om Alsahek, Umm As-Sahek
سنابس, Sanabis, Sanabes, Senabis, Snabis
عنك, Anak, Anik, Enak
دارين, Darin, Dareen, Darayn, Darain
الربيعية, Ar-Rabiiyah, Rabeeia, Rabiah
الزور, Az-Zour, Zor, Zoor
النابية, An-Nabiyah, Nabiya
الجش, Al-Jish, Al-Jesh
الملاحة, Al-Mallahah, Al-Malahah, Mallaha
الأحساء, الحسا, Al-Ahsa, Al-Hasa, Al-Hassa, Al-Ahsaa, Ehsa
الهفوف, Hofuf, Al-Hufuf, Hofouf, Hofoof, Hufhuf
المبرز, Al-Mubarraz, Mubarraz, Mubaraz, Mobarraz
القارة, Al-Qarah, Qara, Gara
العيون, Al-Oyoun, Al-Uyun, Oyun, Al-Oyon, Uyoon
العمران, Al-Omran, Al-Umran
الطرف, At-Taraf, Tarf
الجفر, Al-Jafr, Jafer
الجشة, Al-Jishah, Al-Jeshah
البطالية, Al-Battaliyah, Battalia
العقير, Al-Uqair, Ogair, Al-Uqayr
الجبيل, Jubail, Al-Jubayl, Jubeil, Jobail, Jubail Industrial City
رأس تنورة, Ras Tanura, Ras Tannurah, Ras Tanurah, Ras Tanoura, Ras Tanoora
رحيمة, Rahima, Rahimah, Raheemah
حفر الباطن, الحفر, Hafar Al-Batin, Hafr Al-Batin, Hafer Al-Batin, Hafar Al-Baten
الخفجي, Khafji, Al-Khafji, Khafgi
النعيرية, Nairyah, An-Nuayriyah, Nairiyah, Nariya, Nuairiyah
قرية العليا, Qaryat Al-Ulya, Qaryat Al-Olya, Qariat Al-Ulya, Qaryah Al-Ulya, Garyat Al-Ulya
بقيق, ابقيق, Abqaiq, Buqayq, Buqaiq, Bqaiq, Abqayq, Abgaig
القيصومة, Al-Qaysumah, Qaisumah, Qaisoma
العديد, Al-Udayd, Al-Udeid, Odaid
سلوى, Salwa, Salwah
عين دار, Ain Dar, Ayn Dar
صلاصل, Salasil, Salasel

بريدة, Buraydah, Buraidah, Buraida, Buraydha, Boraidah, Boraydah, Bureidah
عنيزة, Unayzah, Onaizah, Unaizah, Onaiza, Unaiza, Oneizah, Unayza
الرس, Ar-Rass, Al-Ras
المذنب, Al-Midhnab, Al-Mithnab, Al-Methnab, Muthnab
البكيرية, Al-Bukayriyah, Al-Bukairiyah, Bukairyah
البدائع, Al-Badai, Al-Badaya, Al-Badaie
الأسياح, Al-Asyah, Asiah
النبهانية, An-Nabhaniyah, Nabhaniya
عيون الجواء, Uyun al-Jiwa, Oyoun Al-Jiwa, Uyun Al-Jawa, Oyoon Aljiwa, Uyoon Al-Jawa
رياض الخبراء, Riyad al-Khabra, Riyadh Al-Khabra
الشماسية, Ash-Shimasiyah, Shimasiya
عقلة الصقور, Uqlat as-Suqur, Oglat Al-Sugour
ضرية, Dhariyah, Dariyah, Dharyah, Duriyah

بقعاء, Baqa, Baqaa, Buqa, Bagaa
الغزالة, Al-Ghazalah, Al-Ghazala
الشنان, Ash-Shinan, Shanan
السليمي, As-Sulaymi, Al-Sulaimi
الحائط, Al-Hait, Hayit
الشملي, Ash-Shamli
موقق, Mawqaq, Mowqaq, Mogag, Muqaq
سميراء, Sumayra, Samira, Sumaira, Smaira

الوجه, Al-Wajh, Al-Wejh, Al-Wajah
ضباء, Duba, Dhuba, Dheba, Diba, Zuba
تيماء, Tayma, Taima, Teima, Taymaa
أملج, Umluj, Umm Lajj, Umlaj, Omluj, Amlaj
حقل, Haql, Haqal, Hagl, Haqel
البدع, Al-Bada, Al-Bad, Al-Bid
نيوم, Neom

عرعر, Arar, Araar
رفحاء, Rafha, Rafhaa, Rafhah
طريف, Turaif, Turayf, Tarif, Turaef, Toraif
العويقيلة, Al-Uwayqilah, Al-Owaiqilah, Owaiqila, Al-Uwaiqilah
سكاكا, Sakaka, Sakakah, Skaka
القريات, Qurayyat, Qurayat, Gurayat, Guriat
دومة الجندل, Dumat al-Jandal, Domat Al-Jandal, Dawmat Al-Jandal, Dumah Al-Jandal
طبرجل, Tabarjal, Tabrjal, Tubarjal
صوير, Suwayr, Suwair, Sowair

صبيا, Sabya, Sabia, Sabiya, Subya
أبو عريش, ابوعريش, Abu Arish, Abu Areesh, Abu Ariesh
صامطة, Samtah, Samitah, Samta, Samtha, Samita
بيش, Baysh, Baish, Beish, Bish
الدرب, Ad-Darb
الحرث, Al-Harth, Al-Hurrath, Al-Harath
ضمد, Damad, Dhamad, Damd
الريث, Ar-Rayth, Raith, Ar-Reeth
فرسان, جزر فرسان, Farasan, Farsan, Farasan Islands
الدائر, Ad-Dair, Al-Dayer
العارضة, Al-Aridhah, Al-Aridah, Al-Ardah, Al-Aarida
أحد المسارحة, Ahad al-Masarihah, Ahad Al-Musarihah, Ahad Al-Masarha, Ahad Masareha
العيدابي, Al-Idabi, Al-Eidabi, Aidabi, Al-Aydabi
فيفاء, Fayfa, Faifa, Fifa, Faifaa, Fayfaa
هروب, Harub, Haroob, Huroob, Haroub
الطوال, At-Tuwal, Tuwwal
الشقيق, Ash-Shuqaiq, Al-Shuqayq, Shugaig

شرورة, Sharurah, Sharura, Sharorah, Sharoora
حبونا, Hubuna, Habuna, Habona, Hubona
بدر الجنوب, Badr al-Janub, Badr Al-Janoub, Bader Al-Janoub
يدمة, Yadamah, Yadmah, Yadma, Yidmah
ثار, Thar, Thaar
خباش, Khubash, Khbash, Khabash

بلجرشي, Baljurashi, Biljurashi, Baljorashi, Beljurashi, Balgurashi
المندق, Al-Mandaq, Al-Mandak, Mandag, Al-Mindak
المخواة, Al-Makhwah, Al-Mikhwah, Mukhwah
العقيق, Al-Aqiq, Al-Aqeeq, Agig
قلوة, Qilwah, Qilwa, Gilwah, Qalwah, Qolwah
القرى, Al-Qura, Al-Qora
غامد الزناد, Ghamid az-Zinad, Ghamed Al-Zinad
الحجرة, Al-Hajrah, Al-Hujrah
بني حسن, Bani Hasan, Bani Hassan, Beni Hassan

أبها, Abha, Abhaa
خميس مشيط, Khamis Mushait, Khamis Mushayt, Khamees Mushait, Khamis Mushyt, Khamis Moushayt
بيشة, Bisha, Bishah, Beesha
النماص, An-Namas, Nimas
محايل, محايل عسير, Muhayil, Muhayil Asir, Mahayel, Mahayil, Muhail, Mohayel Aseer
سراة عبيدة, Sarat Abidah, Sarat Abida, Sarat Ubaidah, Sarat Obaidah, Sarah Abidah
تثليث, Tathlith, Tathleeth
رجال ألمع, Rijal Almaa, Rijal Alma, Rejal Almaa, Rojal Almaa
أحد رفيدة, Ahad Rufaidah, Ahad Rafidah, Uhud Rufaidah, Ahad Rafeedah, Ahad Rifaydah
ظهران الجنوب, Dhahran al-Janub, Dhahran Al-Janoub, Zahran Al-Janoub, Dhahran South
بلقرن, Balqarn, Bilqarn, Balgarn
المجاردة, Al-Majaridah, Al-Majardah, Majarda
البرك, Al-Birk, Al-Berk
بارق, Bariq, Bareq, Barig
تنومة, Tanomah, Tanumah, Tanuma, Tanoma, Tanouma
طريب, Tarib, Turaib, Tareeb
الحرجة, Al-Harajah, Al-Harjah
الأمواه, Al-Amwah
سبت العلايا, Sabt Al-Alaya, Sabt Alalaya

البحرين, مملكة البحرين, Bahrain, Bahrein, Bahreyn, Kingdom of Bahrain
محافظة العاصمة, العاصمة, Capital Governorate, Capital, Asimah
المحافظة الشمالية, Northern Governorate, Northern, Shamaliyah
المحافظة الجنوبية, Southern Governorate, Southern, Janubiyah
المنامة, Manama, Al-Manamah, Manameh
المحرق, محافظة المحرق, Muharraq, Muharaq, Moharraq, Moharaq
جدحفص, جد حفص, Jidhafs, Jidd Hafs, Jid Hafs, Jedhafs, Jidhaffs
البسيتين, Busaiteen, Busaytin, Busaitin, Basateen
الحد, Hidd, Hedd, Al-Hid
عراد, Arad, Araad
مدينة حمد, Hamad Town, Madinat Hamad, Hamad City
مدينة عيسى, Isa Town, Madinat Isa, Madinat Eisa, Issa Town, Essa Town
الجنبية, Janabiyah, Janabiya, Jannabiyah
البديع, Budaiya, Budaya, Budayya, Bedaiya
الرفاع, Riffa, Rifa, Rifaa, Riffaa
عوالي, Awali, Awalee
سترة, Sitra, Sitrah, Setra
سار, Saar, Sar
عالي, A'ali
سند, Sanad
الدراز, Diraz, Duraz, Deraz
كرزكان, Karzakan, Karzakkan, Karzkan
الدير, Ad-Dair
توبلي, Tubli, Toubli, Toobli
الزلاق, Zallaq, Zallag
دمستان, Damistan, Dumistan, Dimistan

الكويت, دولة الكويت, مدينة الكويت, Kuwait, Kuwait City, Koweit, Kuwayt
حولي, محافظة حولي, Hawalli, Hawally, Hawali, Hawalley
السالمية, Salmiya, Salmiyah, As-Salimiyah, Salmiyya, Salmia
الأحمدي, محافظة الأحمدي, Ahmadi, Ahmedi
الفحيحيل, Fahaheel, Fahahil, Fuhayhil, Fahaheil
الفروانية, محافظة الفروانية, Farwaniya, Farwaniyah, Farwania
الجهراء, محافظة الجهراء, Jahra, Jahraa
مبارك الكبير, محافظة مبارك الكبير, Mubarak Al-Kabeer, Mubarak Al-Kabir
صباح السالم, Sabah Al-Salem, Sabah As-Salim

الإمارات, الإمارات العربية المتحدة, United Arab Emirates, UAE, Emirates, Emarat, Imarat
أبوظبي, أبو ظبي, إمارة أبوظبي, Abu Dhabi, Abu Dabi, Abu Zabi, Abudhabi, Abou Dhabi, Abu Zaby
دبي, إمارة دبي, Dubai, Dubayy, Dubay, Debai
الشارقة, إمارة الشارقة, Sharjah, Ash-Shariqah, Sharja
عجمان, إمارة عجمان, Ajman, Ujman, Ajmaan
أم القيوين, إمارة أم القيوين, Umm Al Quwain, Umm al-Qaiwain, Umm Al-Qaywayn, Um Al Quwain
رأس الخيمة, إمارة رأس الخيمة, Ras Al Khaimah, Ras al-Khaymah, Ras Al Khaima, RAK
الفجيرة, إمارة الفجيرة, Fujairah, Fujayrah, Fujeirah
العين, Al Ain, Al-Ayn
خورفكان, خور فكان, Khor Fakkan, Khorfakkan, Khawr Fakkan
كلباء, Kalba, Kalbaa

عمان, سلطنة عمان, Oman, Sultanate of Oman, Uman
مسقط, محافظة مسقط, Muscat, Masqat, Maskat, Mascat
ظفار, محافظة ظفار, Dhofar, Dhufar, Zufar, Zofar
مسندم, محافظة مسندم, Musandam, Musandem, Masandam
البريمي, محافظة البريمي, Al Buraimi, Al-Buraymi, Bureimi
الداخلية, محافظة الداخلية, Ad Dakhiliyah, Dakhiliya, Dakhliyah
شمال الباطنة, محافظة شمال الباطنة, North Al Batinah, Al Batinah North
جنوب الباطنة, محافظة جنوب الباطنة, South Al Batinah, Al Batinah South
الباطنة, Al Batinah, Batina
شمال الشرقية, محافظة شمال الشرقية, North Ash Sharqiyah, Ash Sharqiyah North
جنوب الشرقية, محافظة جنوب الشرقية, South Ash Sharqiyah, Ash Sharqiyah South
الظاهرة, محافظة الظاهرة, Adh Dhahirah, Dhahira, Az Zahirah
الوسطى, محافظة الوسطى, Al Wusta, Al-Wustaa
السيب, Seeb, As-Sib
مطرح, Muttrah, Mutrah, Matrah, Muttra
صلالة, Salalah, Salala
خصب, Khasab, Khassab
نزوى, Nizwa, Nazwa, Nizwah
بهلاء, Bahla, Bahlaa
صحار, Sohar, Suhar
صحم, Saham, Sahm
الرستاق, Rustaq, Rostaq
بركاء, Barka, Barkaa
إبراء, Ibra, Ibraa
صور, Sur, Sour
عبري, Ibri, Ebri, Ibry
هيماء, Haima, Hayma, Haymaa

قطر, دولة قطر, Qatar, Katar, Gatar, Quatar
الدوحة, بلدية الدوحة, Doha, Ad-Dawhah, Dawha, Dohah
الريان, بلدية الريان, Al Rayyan, Al Rayan
الوكرة, بلدية الوكرة, Al Wakrah, Wakra
الخور, Al Khor, Al Khawr
الخور والذخيرة, بلدية الخور والذخيرة, Al Khor and Al Thakhira
الذخيرة, Al Thakhira, Dhakhira, Al Dhakhirah
الشمال, بلدية الشمال, مدينة الشمال, Al Shamal, Madinat ash Shamal
أم صلال, بلدية أم صلال, أم صلال محمد, Umm Salal, Umm Salal Muhammad, Umm Salal Mohammed, Um Slal
الظعاين, بلدية الظعاين, Al Daayen, Al Dhaayen, Ad Daayin
الشيحانية, بلدية الشيحانية, Al Shahaniya, Ash Shihaniyah, Al Sheehaniya, Shihaniya

اليمن, Yemen, Al-Yaman, Jemen
صنعاء, Sanaa, Sana
عدن, Aden, Adan
تعز, Taiz, Ta'izz
حضرموت, Hadhramaut, Hadramawt, Hadramout, Hadhramout
المكلا, Mukalla
العراق, Iraq, Irak
بغداد, Baghdad, Bagdad
البصرة, Basra, Basrah, Bassora
النجف, Najaf, Nejef
كربلاء, Karbala, Kerbala, Karbalaa
الموصل, Mosul, Al-Mawsil, Mossul
أربيل, Erbil, Arbil, Irbil, Hewler
الأردن, Jordan, Al-Urdun
عمّان, Amman
إربد, Irbid, Erbid
العقبة, Aqaba, Al-Aqabah, Akaba
لبنان, Lebanon, Lubnan, Liban, Libnan
بيروت, Beirut, Bayrut, Beyrouth, Bairut
طرابلس, Tripoli, Tarabulus, Trablous, Tarablus
صيدا, Sidon, Saida, Sayda
سوريا, سورية, Syria, Suriya, Souria, Syrie
دمشق, Damascus, Dimashq, Damas, Dimeshq
حلب, Aleppo, Halab, Haleb
حمص, Homs, Hims
فلسطين, الأراضي الفلسطينية, Palestine, Palestinian Territories, Filastin, Falasteen, Falastin, Filistin
القدس, Jerusalem, Al-Quds
غزة, Gaza, Ghazzah, Ghaza
رام الله, Ramallah, Ram Allah
نابلس, Nablus, Nablous
الخليل, Hebron, Al-Khalil
مصر, جمهورية مصر العربية, Egypt, Misr, Masr, Egypte
القاهرة, Cairo, Al-Qahirah, Kairo, Qahira
الإسكندرية, Alexandria, Iskandariyah, Iskandaria
الجيزة, Giza, Gizeh, Al-Jizah
أسوان, Aswan, Assuan
السودان, Sudan, Soudan
جنوب السودان, South Sudan
الخرطوم, Khartoum, Khartum, Al-Khurtum
أم درمان, Omdurman, Umm Durman
ليبيا, Libya, Libia, Lybia
بنغازي, Benghazi, Bengasi, Banghazi
تونس, Tunisia, Tunis, Tunisie
صفاقس, Sfax, Safaqis
الجزائر, Algeria, Algiers, Al-Jazair, Algerie, Alger
وهران, Oran, Wahran
المغرب, المملكة المغربية, Morocco, Al-Maghrib, Maghreb, Maroc, Marocco
الرباط, Rabat, Ar-Ribat
الدار البيضاء, Casablanca, Dar Al-Baida, Dar El Beida
مراكش, Marrakesh, Marrakech, Marakesh
فاس, Fez, Fes
طنجة, Tangier, Tanger, Tanja
المضيق, M'diq, Al-Madiq
تطوان, Tetouan, Tetuan, Titwan
موريتانيا, Mauritania, Mauritanie, Muritaniya
نواكشوط, Nouakchott, Nuakchott, Nawakshut
الصومال, Somalia, Soomaaliya, As-Sumal
مقديشو, Mogadishu, Muqdisho, Maqadishu
جيبوتي, Djibouti, Jibuti, Gibuti
جزر القمر, Comoros, Comores, Juzur al-Qamar
موروني, Moroni

تركيا, تركية, Turkey, Turkiye, Turquie
إسطنبول, استانبول, Istanbul, Stanbul, Constantinople
أنقرة, Ankara, Angora
إيران, Iran, Persia
طهران, Tehran, Teheran
مشهد, Mashhad, Meshed
باكستان, Pakistan, Bakistan
إسلام آباد, Islamabad
كراتشي, Karachi, Karatchi
أفغانستان, Afghanistan, Afganistan
كابل, كابول, Kabul
الهند, India, Al-Hind, Inde
نيودلهي, New Delhi, Delhi
بنغلاديش, بنجلاديش, Bangladesh, Bengladesh
دكا, Dhaka, Dacca
سريلانكا, سيريلانكا, Sri Lanka, Ceylon
نيبال, Nepal
المالديف, جزر المالديف, Maldives
إندونيسيا, Indonesia, Indonesie
جاكرتا, Jakarta, Djakarta
ماليزيا, Malaysia, Malaysie, Malizia
كوالالمبور, Kuala Lumpur
سنغافورة, Singapore, Singapura
بروناي, Brunei
الفلبين, الفليبين, Philippines, Filipinas
مانيلا, Manila
تايلاند, تايلند, Thailand
فيتنام, Vietnam, Viet Nam
ميانمار, بورما, Myanmar, Burma
الصين, China, As-Sin
بكين, Beijing, Peking
اليابان, Japan
طوكيو, Tokyo
كوريا الجنوبية, كوريا, South Korea, Korea
أستراليا, Australia
نيوزيلندا, New Zealand
بريطانيا, المملكة المتحدة, إنجلترا, United Kingdom, UK, Britain, Great Britain, England
لندن, London, Londres
أيرلندا, Ireland
فرنسا, France, Fransa
باريس, Paris
ألمانيا, Germany, Deutschland, Allemagne
برلين, Berlin
هولندا, Netherlands, Holland
بلجيكا, Belgium
بروكسل, Brussels, Bruxelles
سويسرا, Switzerland, Suisse
جنيف, Geneva, Geneve
النمسا, Austria
فيينا, Vienna, Wien
إيطاليا, Italy, Italia
روما, Rome, Roma
إسبانيا, Spain, Espana
مدريد, Madrid
البرتغال, Portugal
اليونان, Greece
السويد, Sweden
النرويج, Norway
الدنمارك, الدانمارك, Denmark
فنلندا, Finland
بولندا, Poland
أوكرانيا, Ukraine
روسيا, Russia
البوسنة, البوسنة والهرسك, Bosnia, Bosnia and Herzegovina
ألبانيا, Albania
كوسوفو, Kosovo, Kosova
قبرص, Cyprus, Kibris
كازاخستان, Kazakhstan
أوزبكستان, Uzbekistan
قرغيزستان, Kyrgyzstan, Kirghizia
طاجيكستان, Tajikistan
تركمانستان, Turkmenistan
أذربيجان, Azerbaijan
الولايات المتحدة, أمريكا, الولايات المتحدة الأمريكية, United States, USA, America, United States of America
نيويورك, New York
واشنطن, Washington
كندا, Canada
المكسيك, Mexico
البرازيل, Brazil, Brasil
الأرجنتين, Argentina
نيجيريا, Nigeria
النيجر, Niger
تشاد, Chad, Tchad
مالي, Mali
السنغال, Senegal
غامبيا, Gambia
غينيا, Guinea
غانا, Ghana
بنين, Benin
توغو, Togo
ساحل العاج, كوت ديفوار, Ivory Coast, Cote d'Ivoire
بوركينا فاسو, Burkina Faso
الكاميرون, Cameroon
كينيا, Kenya
نيروبي, Nairobi
تنزانيا, Tanzania
أوغندا, Uganda
رواندا, Rwanda
إثيوبيا, الحبشة, Ethiopia, Abyssinia
إريتريا, Eritrea
موزمبيق, Mozambique
جنوب أفريقيا, South Africa

الخليج, الخليج العربي, Gulf, Khaleej, Khalij, Arabian Gulf
دول الخليج, Gulf States, Gulf Countries
مجلس التعاون, مجلس التعاون الخليجي, GCC, Gulf Cooperation Council
الشرق الأوسط, Middle East, Mideast, Near East
شمال أفريقيا, North Africa
الوطن العربي, العالم العربي, الدول العربية, Arab World, Arab Nations, Arab States, Arab Countries
الجزيرة العربية, شبه الجزيرة العربية, Arabian Peninsula, Arabia
العالم الإسلامي, Islamic World, Muslim World
الشام, بلاد الشام, Levant, Sham
أفريقيا, Africa, Afrique
آسيا, Asia, Asie
أوروبا, أوربا, Europe
أمريكا اللاتينية, Latin America
المحيط الهادئ, Pacific
البحر الأحمر, Red Sea
البحر المتوسط, البحر الأبيض المتوسط, Mediterranean

# names

محمد, Muhammad, Mohammed, Mohamed, Mohammad, Mohamad, Muhammed, Mohamud, Mehmet, Mehmed, Mohd, Mhd, Muhamad, Mohammod
أحمد, Ahmed, Ahmad, Ahmet, Achmed, Achmad, Ehmed
محمود, Mahmoud, Mahmood, Mahmud, Mehmood
حامد, Hamed, Hamid, Haamid
حمد, Hamad, Hamd
حميد, Hameed, Hamid, Humaid, Hamied
حمدان, Hamdan, Hemdan
حمود, Hammoud, Hamoud, Humood, Hamood, Hmoud
علي, Ali, Aly, Alee, Aliy
حسن, Hassan, Hasan
حسين, Hussain, Hussein, Husain, Hosain, Hossein, Husayn, Hussien, Hossain, Hosein, Hoseyn, Houssein, Huseyin
محسن, Mohsen, Muhsin, Mohsin, Mehsin
حسام, Hussam, Husam, Hossam, Hosam
إبراهيم, Ibrahim, Ebrahim, Ibraheem, Ebraheem, Brahim, Ibrahem
إسماعيل, Ismail, Esmail, Ismael, Ismaeel, Esmaeil, Smail
إسحاق, إسحق, Ishaq, Ishak, Eshaq
يعقوب, Yaqoub, Yacoub, Yaqub, Yaaqoub, Yakoub, Yagoub
يوسف, Yousef, Yusuf, Youssef, Yousif, Yusef, Youcef, Yosef, Yousuf, Usef
يونس, Younis, Yunus, Younes, Yunis, Yonis
داود, داوود, Dawood, Dawud, Daoud, Daud, Dawoud
سليمان, Sulaiman, Suleiman, Soliman, Sulayman, Suleyman, Slimane, Sulieman
موسى, Mousa, Musa, Moosa, Moussa, Mosa, Mussa
عيسى, Isa, Eisa, Essa, Issa, Aissa, Easa, Eesa
زكريا, Zakaria, Zakariya, Zakariyya, Zakareya
يحيى, Yahya, Yehia, Yahia, Yehya, Yahiya, Yahea
إدريس, Idris, Idrees, Driss, Edris
نوح, Nuh, Nooh, Nouh
صالح, Saleh, Salih, Salleh, Saaleh
هود, Hud, Hood
لقمان, Luqman, Lokman, Loqman
جعفر, Jaafar, Jafar, Jaffar, Jafer, Gaafar, Jaffer, Djafar
صادق, Sadiq, Sadeq, Sadek, Sadegh, Saadiq
باقر, Baqer, Baqir, Bakir, Bagher, Baker
كاظم, Kadhim, Kazem, Kazim, Kadhem, Kadim, Khadim
رضا, Reza, Ridha, Rida, Redha, Raza, Redah, Ridah
جواد, Jawad, Javad, Jouad, Gawad, Jewad
مهدي, Mahdi, Mehdi, Mahdy, Mehdy, Mahdee
هادي, Hadi, Hady, Haadi, Hedi
مرتضى, Murtadha, Murtaza, Morteza, Mortada, Mortadha, Murtada
مصطفى, Mustafa, Mostafa, Moustafa, Mustapha, Moustapha, Mostapha
مجتبى, Mujtaba, Mojtaba, Moujtaba
عباس, Abbas, Abas, Abbass
عبدالله, Abdullah, Abdallah, Abdulla, Abdellah, Abdollah, Abdallahi, Abdoullah
عبدالرحمن, Abdulrahman, Abdurrahman, Abdel Rahman, Abderrahmane, Abd ar-Rahman, Abdurahman, Abdul-Rehman
عبدالعزيز, Abdulaziz, Abdelaziz, Abdal Aziz, Abdulazeez
عبدالكريم, Abdulkarim, Abdulkareem, Abdelkarim, Abdelkrim
عبدالرحيم, Abdulrahim, Abdulraheem, Abdurrahim, Abderrahim, Abdelrahim
عبدالمجيد, Abdulmajeed, Abdul Majid, Abdelmajid, Abdel Meguid
عبدالحميد, Abdulhamid, Abdulhameed, Abdelhamid
عبداللطيف, Abdullatif, Abdullateef, Abdellatif
عبدالمحسن, Abdulmohsen, Abdulmuhsin, Abdel Mohsen, Abdulmohsin
عبدالرؤوف, عبدالرؤف, Abdulraouf, Abdulrauf, Abdelraouf, Abderraouf, Abdulrauof
عبدالرزاق, Abdulrazzaq, Abdulrazak, Abderrazak, Abdelrazek, Abdulrazaq
عبدالقادر, Abdulqader, Abdulkadir, Abdul Qadir, Abdelkader, Abdulgadir
عبدالملك, Abdulmalik, Abdelmalek, Abdulmalek
عبدالسلام, Abdulsalam, Abdussalam, Abdelsalam, Abdeslam, Abdesslam
عبدالوهاب, Abdulwahab, Abdulwahhab, Abdelwahab
عبدالهادي, Abdulhadi, Abdelhadi, Abdel Hady
عبدالجبار, Abduljabbar, Abduljabar, Abdeljabbar
عبدالغني, Abdulghani, Abdelghani, Abdelghany
عبدالواحد, Abdulwahid, Abdulwahed, Abdelwahed
عبدالرب, Abdulrab, Abdrabbo
عبدالإله, Abdulelah, Abdulilah, Abdelilah
عبدالخالق, Abdulkhaliq, Abdulkhaleq, Abdelkhalek
عبدالباقي, Abdulbaqi, Abdelbaki
عبدالباري, Abdulbari, Abdelbari
عبدالحليم, Abdulhalim, Abdulhaleem, Abdelhalim
عبدالحكيم, Abdulhakim, Abdulhakeem, Abdelhakim
عبدالعال, Abdulaal, Abdelaal, Abdulal
عبدالفتاح, Abdulfattah, Abdelfattah, Abdel Fatah
عبدالستار, Abdulsattar, Abdelsattar
عبدالغفور, Abdulghafoor, Abdul Ghafur, Abdelghafour
عبدالقدوس, Abdulquddus, Abdul Quddoos, Abdulqudoos
عبدالصمد, Abdulsamad, Abdussamad, Abdessamad
عبدالنبي, Abdulnabi, Abdelnabi, Abdunnabi
عبدالحسين, Abdulhussain, Abdul Hussein, Abdulhusain, Abdelhussein
عبدالمهدي, Abdulmahdi, Abdelmahdi
عبدالأمير, Abdulameer, Abdul Amir, Abdelamir
عبدالرسول, Abdulrasool, Abdul Rasul, Abdulrasoul, Abdelrasoul
عبدالناصر, Abdulnasser, Abdelnasser, Abdunnasir
عبدالمنعم, Abdulmonem, Abdulmunim, Abdelmoneim
عبده, Abdo, Abdu, Abduh, Abdou
عبيد, Obaid, Ubaid, Ubayd, Obeid, Obayd
عبدربه, Abdrabbuh, Abd Rabbo, Abdrabboh
خالد, Khalid, Khaled, Khaleed, Kaled
خليل, Khalil, Khaleel, Halil
خليفة, Khalifa, Khalifah, Khaleefa, Khaliefa
فهد, Fahd, Fahad, Fahed
فيصل, Faisal, Faysal, Feisal, Fayçal, Faissal, Feysal
سعود, Saud, Saoud, Saood
سعد, Saad, Sa'd
سعيد, Saeed, Said, Saied, Sayeed
سلمان, Salman, Selman
سالم, Salem, Salim, Saalim
سليم, Saleem, Salim, Selim
سلطان, Sultan, Soltan
سامي, Sami, Samy, Samee
سمير, Samir, Sameer, Semir
سلام, Salam, Sallam
تركي, Turki, Turky, Torki
بندر, Bandar, Bander
نايف, Naif, Nayef, Nayif
نواف, Nawaf, Nawwaf
ناصر, Nasser, Nasir, Naser, Nassir
منصور, Mansour, Mansoor, Mansur
مساعد, Musaed, Mosaad, Musaid, Mosaed
مشعل, Mishal, Meshal, Mishaal, Meshaal, Mash'al
مشاري, Mishari, Meshari, Mashari, Meshary
متعب, Mutaib, Miteb, Mitab, Moteb, Muteb
مقرن, Muqrin, Mugrin, Moqren
ماجد, Majed, Majid, Maged, Maajid
مجيد, Majeed, Majid, Meguid
مالك, Malik, Malek, Maalik
مبارك, Mubarak, Mobarak, Mbarak, Moubarak
مسلم, Muslim, Moslem, Musallam, Mosalam, Musalam
معاذ, Muath, Moaz, Muadh, Mouaz, Moath
معتز, Moataz, Mutaz, Muataz, Motaz
مؤيد, Moayad, Muayyad, Moayed, Mouayad
مازن, Mazen, Mazin
مروان, Marwan, Merwan
منير, Munir, Mounir, Muneer, Moneer
نبيل, Nabil, Nabeel, Nebil
نجيب, Najeeb, Najib, Naguib, Nageeb, Nejib
نزار, Nizar, Nezar
نضال, Nidal, Nidhal, Nedal
هاشم, Hashim, Hashem, Hachem
هاني, Hani, Hany
هشام, Hisham, Hesham, Hicham, Hishaam
هيثم, Haitham, Haytham, Haithem, Hetham
وليد, Waleed, Walid, Oualid, Walead
وائل, Wael, Wail, Wayel
ياسر, Yasser, Yasir, Yaser, Yassir
ياسين, Yassin, Yaseen, Yassine, Yasin
أسامة, Osama, Usama, Oussama, Usamah, Osamah
أنس, Anas, Anass, Annas
أيمن, Ayman, Aiman, Aymen
أمين, Ameen, Amin, Amine, Emin
أشرف, Ashraf, Achraf, Eshraf
أكرم, Akram, Ekram
أنور, Anwar, Anouar, Enver
باسم, Basem, Bassem, Basim, Bassim
بدر, Badr, Bader, Bedr, Badar
بلال, Bilal, Belal, Billal
بسام, Bassam, Basam
توفيق, Tawfiq, Tawfeeq, Toufic, Taufiq, Tewfik, Tawfik
ثامر, Thamer, Thamir
جابر, Jaber, Jabir, Gaber, Djaber
جاسم, Jassim, Jasim, Jasem, Jassem
جلال, Jalal, Galal, Jelal, Djalal
جمال, Jamal, Gamal, Jemal, Djamal, Cemal
جميل, Jamil, Jameel, Gamil, Cemil
حاتم, Hatem, Hatim
حبيب, Habib, Habeeb
حيدر, Haider, Haidar, Haydar, Hayder, Heidar
رائد, Raed, Raid
راشد, Rashid, Rashed, Raashid
رشيد, Rasheed, Rashid, Rachid
رياض, Riyadh, Riad, Riyad, Reyad, Ryad
زايد, Zayed, Zaid, Zayid
زهير, Zuhair, Zouhair, Zoheir, Zuhayr
زياد, Ziyad, Ziad, Zeyad, Zyad
زيد, Zaid, Zayd, Zeid, Zeyd
زين العابدين, Zain Al-Abideen, Zine El Abidine, Zainulabideen, Zayn al-Abidin
سيف, Saif, Sayf, Seif, Saef
شاكر, Shaker, Shakir
شريف, Sharif, Sherif, Shareef, Cherif
شهاب, Shihab, Shehab, Chihab
شوقي, Shawqi, Shawki, Chawki, Shauqi
صلاح, Salah, Salaah, Selah
طارق, Tariq, Tarek, Tareq, Tarik, Tarec
طاهر, Taher, Tahir, Tahar
طالب, Talib, Taleb
طلال, Talal, Tallal
طه, Taha, Taaha
ظافر, Dhafer, Zafer, Dhafir, Zafir
عادل, Adel, Adil, Aadel
عامر, Amer, Aamir, Amir, Aamer
عمار, Ammar, Amar, Aammar
عمر, Omar, Umar, Omer, Oumar
عمرو, Amr, Amro, Amru
عثمان, Othman, Uthman, Osman, Usman, Ousmane, Othmane
عدنان, Adnan, Adnaan
عصام, Issam, Isam, Esam, Issaam
علاء, Alaa, Ala
عماد, Imad, Emad, Imaad
غازي, Ghazi, Gazi, Ghazy
غسان, Ghassan, Gassan
فؤاد, Fuad, Fouad, Foad, Fuaad
فاروق, Farouk, Farooq, Faruq, Faruk
فاضل, Fadel, Fadil, Fadhel, Fazil, Fadhil
فارس, Faris, Fares, Faares
فايز, Fayez, Faiz, Fayiz, Faez
فوزي, Fawzi, Fouzi, Fauzi, Fawzy
قاسم, Qasim, Kassem, Qassim, Kasim, Qasem, Gasim, Kacem
قصي, Qusai, Qusay, Kusai, Qosai
كامل, Kamel, Kamil
كمال, Kamal, Kemal
كريم, Karim, Kareem, Kerim
لؤي, Luay, Loay, Louay, Luai
وسيم, Waseem, Wasim, Wassim
سراج, Siraj, Seraj
سعدون, Saadoun, Sadoon, Sa'dun
عايض, Ayed, Aaidh, Ayidh, Ayedh, Aidh
عوض, Awad, Awadh, Aoudh
عويض, Owaid, Awaidh, Uwaidh
عواد, Awwad, Awad
ضيف الله, Dhaifallah, Daifallah, Dhaif Allah, Dhayfallah
عطية, Attiyah, Atiyah, Atiya, Attia, Ateya
عطا الله, عطاالله, Atallah, Ataallah, Attallah
خلف, Khalaf, Khallaf
رجب, Rajab, Ragab
شعبان, Shaban, Shaaban, Chaabane
رمضان, Ramadan, Ramadhan, Ramazan, Ramzan
غانم, Ghanim, Ghanem
مطلق, Mutlaq, Motlaq, Mutlag
مفلح, Mufleh, Muflih
محيي الدين, محي الدين, Muhyiddin, Mohieddin, Muhieddine, Mohyeddin
صلاح الدين, Salahuddin, Salah ad-Din, Saladin, Salaheddin, Salahaddin
نور الدين, Nooruddin, Nureddin, Noureddine, Nuruddin
جمال الدين, Jamaluddin, Jamal ad-Din, Gamaleddin, Jamaleddine
سيد, Sayed, Sayyid, Syed, Sayid, Seyed
شيخ, Sheikh, Shaikh, Shaykh, Sheik, Cheikh

فاطمة, Fatima, Fatimah, Fatma, Fatema, Fatemah, Fatimeh, Fatmah
زينب, Zainab, Zaynab, Zeinab, Zeyneb, Zaineb, Zynab
مريم, Maryam, Mariam, Meryem, Miriam, Maryem
خديجة, Khadija, Khadijah, Khadeeja, Hatice, Kadija, Khadeejah
عائشة, Aisha, Aysha, Ayesha, Aicha, Aishah, Ayse, Aeisha
زهراء, Zahra, Zahraa, Zehra, Zahrah
زهرة, Zahra, Zahrah, Zohra
نورة, نورا, Noura, Nora, Nourah, Norah, Noorah
نور, Noor, Nour, Nur
سارة, Sarah, Sara, Saarah
هند, Hind, Hend
هدى, Huda, Hoda, Houda, Hudaa
منى, Mona, Muna, Mouna
مها, Maha, Mahaa
سلمى, Salma, Selma
سعاد, Suad, Souad, Soad
سعادة, Saada, Saadah
سميرة, Samira, Sameera, Samirah
سمية, Sumayya, Somaya, Sumaiya, Soumaya, Sumayah
شيماء, Shaima, Shaimaa, Shayma, Chaima
عبير, Abeer, Abir
غادة, Ghada, Ghadah
فوزية, Fawzia, Fouzia, Fawziyah, Fauzia
لطيفة, Latifa, Lateefa, Latifah
ليلى, Layla, Laila, Leila, Leyla, Lila
لمى, Lama, Luma
لولوة, Lulwa, Loulwa, Lolwah, Lulwah
مشاعل, Mashael, Mashail, Machael
منيرة, Munira, Muneera, Mounira, Monirah
نادية, Nadia, Nadya, Nadiyah
نجلاء, Najla, Najlaa, Nagla, Naglaa
نجوى, Najwa, Nagwa, Nadjwa
نوال, Nawal, Naoual, Nawaal
نوف, Nouf, Noof, Nof
هيفاء, Haifa, Hayfa, Haifaa
هيا, Haya, Hayaa
وفاء, Wafa, Wafaa, Ouafa
ابتسام, Ibtisam, Ebtisam, Ibtissam, Ebtesam
أسماء, Asma, Asmaa, Esma
آمنة, Amna, Aamina, Amnah
أمينة, Amina, Ameena, Aminah
أمل, Amal, Amel, Emel
آمال, Amal, Aamal, Amaal
إيمان, Iman, Eman, Imane, Emaan
أميرة, Amira, Ameera, Amirah
بدرية, Badria, Badriya, Badriah, Badreya
بشرى, Bushra, Boushra, Bouchra, Boshra
جواهر, Jawaher, Jawahir, Jowaher
حصة, Hessa, Hissa, Hussah, Hissah, Hessah
حنان, Hanan, Hanane
حياة, Hayat, Hayah
رانيا, Rania, Raniya, Ranya
رقية, Ruqayya, Roqaya, Ruqayah, Rokaya, Rukaya
ريم, Reem, Rim, Rym
رحاب, Rehab, Rihab
سكينة, Sakina, Sukaina, Sakinah, Sukayna, Sokaina
صفية, Safiya, Safia, Safiyyah, Safeya
صيتة, Saita, Seetah, Sitah, Saitah, Sita
عفاف, Afaf, Efaf
كوثر, Kawthar, Kauthar, Kawther, Kowsar, Kaouthar
معصومة, Masouma, Masooma, Maasouma, Masuma
محفوظة, Mahfouza, Mahfuza, Mahfoudha, Mahfoza
أحلام, Ahlam, Ahlaam
أروى, Arwa, Arwaa
بثينة, Buthaina, Bothaina, Bouthaina, Buthayna
بلقيس, Balqees, Bilqis, Balkis, Belqis
تهاني, Tahani, Tahany
جميلة, Jamila, Jameela, Gamila, Jamilah
خلود, Khulood, Khuloud, Kholoud, Khulud
دلال, Dalal, Dalaal
رباب, Rabab, Rubab
زكية, Zakia, Zakiyah, Zakiya
سحر, Sahar, Seher
شريفة, Sharifa, Sherifa, Shareefa, Cherifa
شيخة, Sheikha, Shaikha, Shaykha, Cheikha
عواطف, Awatif, Awatef
غالية, Ghalia, Ghaliya, Ghalyah
كلثوم, Kulthum, Kalthoum, Kalthum, Kalsoum, Kulsum
مي, Mai, May, Mayy
نعيمة, Naima, Naeema, Naimah
ندى, Nada, Nadaa
هناء, Hana, Hanaa
ياسمين, Yasmin, Yasmeen, Yasmine, Jasmin

آل ثاني, Al Thani
آل نهيان, Al Nahyan, Al Nahayan
آل مكتوم, Al Maktoum, Al Maktum
آل صباح, Al Sabah
الغامدي, Al-Ghamdi, Ghamidi, Ghamedi
الزهراني, Al-Zahrani
القحطاني, Al-Qahtani, Kahtani, Gahtani
العتيبي, Al-Otaibi, Utaybi, Al-Utaibi, Oteibi, Otaiby
الدوسري, Al-Dosari, Dossary, Dawsari, Al-Dossari, Dosary, Dousari
الشمري, Al-Shammari, Shamari, Shammary, Al-Shamri, Shummari
الحربي, Al-Harbi, Harby
المطيري, Al-Mutairi, Motairi, Al-Mutayri, Moteiri
العنزي, Al-Anazi, Enezi, Anezi, Al-Enazi, Onazi, Unazi
الشهري, Al-Shehri, Shahri
الشهراني, Al-Shahrani, Shehrani
العمري, Al-Omari, Amri, Umari
العسيري, Al-Asiri, Aseeri, Assiri, Asseri
المالكي, Al-Malki, Maliki
القرني, Al-Qarni, Garni, Karni
الأحمري, Al-Ahmari, Ahmary
السبيعي, Al-Subaie, Subaiei, Sobei, Sebaiy
البقمي, Al-Buqami, Bogami, Baqami, Bugami
الرشيدي, Al-Rashidi, Rasheedi, Rashedi
السلمي, Al-Sulami, Solami, Salmi, Sollami
الثقفي, Al-Thaqafi, Thagafi
الجهني, Al-Juhani, Jehani, Johani, Juhany
البلوي, Al-Balawi, Balwi
العطوي, Al-Atawi
الخالدي, Al-Khaldi, Khalidi, Khaledi
الهاجري, Al-Hajri, Hajeri, Hajiri
المري, Al-Marri, Merri, Murri
اليامي, Al-Yami, Yamy
العجمي, Al-Ajmi, Ajami
السهلي, Al-Sahli, Suhali
التميمي, Al-Tamimi, Tameemi
العصيمي, Al-Osaimi, Usaimi, Usaymi
الرويلي, Al-Ruwaili, Rowaili, Ruwayli
الصاعدي, Al-Saedi, Saidi
السفياني, Al-Sufyani, Sofyani
الحازمي, Al-Hazmi, Hazimi
الحارثي, Al-Harthi, Harthy, Harithi
العامري, Al-Amri, Ameri, Aamri
القرشي, Al-Qurashi, Qureshi, Qurayshi, Korashi, Goreshi
الأنصاري, Al-Ansari, Ansary
الهاشمي, Al-Hashimi, Hashemi, Hachemi, Alhashmi
الموسوي, Al-Mousawi, Musawi, Moosawi, Moussavi, Almosawi
الحسيني, Al-Husseini, Hussaini, Husaini, Hosseini
الدخيل, Al-Dakhil, Dakheel
العوامي, Al-Awami, Awwami, Al-Awamy
القطري, Al-Qatari, Katari
القطيفي, Al-Qatifi, Qateefi, Katifi
الأحسائي, الحساوي, Al-Ahsai, Ahsaei, Hasawi, Al-Ahsaie
الخريف, Al-Khuraif, Al Khoraif, Khorayef, Khrayif
العصفور, Al-Asfoor, Asfour, Usfur
الزامل, Al-Zamil, Zamel
الراجحي, Al-Rajhi, Rajehi
الجفالي, Al-Juffali, Jufali, Jaffali
العليان, Al-Olayan, Ulayan, Olaian
القصيبي, Al-Gosaibi, Qusaibi, Qosaibi
الفوزان, Al-Fawzan, Fozan, Fouzan
السديري, Al-Sudairi, Sudairy, Sudayri
الشايع, Al-Shaya, Shayea
المطرود, Al-Matrood, Matroud, Matrud
الصفار, Al-Saffar, Al-Safar
الخنيزي, Al-Khunaizi, Khonaizi
الجشي, Al-Jishi, Jeshi
الزاير, Al-Zayer, Zayir
المرهون, Al-Marhoun, Marhoon
الدعلوج, Al-Dalouj, Daalouj, Dalooj
العمران, Al-Omran, Umran
المناعي, Al-Mannai, Manaai
الزياني, Al-Zayani, Zaiani
كانو, Kanoo, Kano, Kanu
البلوشي, Al-Balushi, Baloushi, Bloushi, Albalooshi, Baluchi
الكعبي, Al-Kaabi, Kabi
المنصوري, Al-Mansouri, Mansoori
الكواري, Al-Kuwari, Kawari
السويدي, Al-Suwaidi, Sowaidi, Suwaydi
الشامسي, Al-Shamsi
الظاهري, Al-Dhaheri, Zahiri
النعيمي, Al-Nuaimi, Naimi, Noaimi
المهيري, Al-Muhairi, Mheiri
العازمي, Al-Azmi, Azemi
الصبان, Al-Sabban
باعشن, Baashen, Baeshen, Ba Ashan
بن لادن, بن لادين, Bin Laden, Binladin, Bin Ladin, Binladen
بخاري, Bukhari, Bokhari, Boukhari

أبو علي, أبوعلي, بو علي, Abu Ali, Abou Ali, Bu Ali, Abo Ali
أبو محمد, أبومحمد, بو محمد, Abu Mohammed, Abu Muhammad, Abou Mohamed, Bu Mohammed
أبو حسن, Abu Hassan, Abul Hasan, Abou Hassan
أبو حسين, Abu Hussain, Abu Hussein, Abou Hussein, Bu Hussain
أبو أحمد, Abu Ahmed, Abu Ahmad, Abou Ahmed
أبو عبدالله, Abu Abdullah, Abu Abdallah, Abou Abdallah
أبو فهد, Abu Fahd, Abu Fahad, Abou Fahd
أبو خالد, Abu Khalid, Abu Khaled, Abou Khaled
أبو طالب, أبوطالب, Abu Talib, Abu Taleb, Abou Taleb
أبو بكر, أبوبكر, Abu Bakr, Abubakr, Abu Bakar, Aboubacar, Abubakar, Boubaker
أبو الفضل, Abu Al-Fadl, Abul Fadhl, Abolfazl, Abul Fazl
أبو السعود, أبوالسعود, Abu Al-Saud, Aboul Seoud, Abulsaud
أبو ناصر, Abu Nasser, Abu Nasir, Abou Nasser
أبو يوسف, Abu Yousef, Abu Yusuf, Abou Youssef
أم علي, Umm Ali, Um Ali, Om Ali, Oum Ali
أم محمد, Umm Mohammed, Um Muhammad, Om Mohamed, Oum Mohamed
أم حسن, Umm Hassan, Um Hasan, Om Hassan
أم حسين, Umm Hussain, Um Hussein, Om Hussein
أم أحمد, Umm Ahmed, Um Ahmad, Om Ahmed
أم عبدالله, Umm Abdullah, Um Abdullah, Om Abdullah
أم كلثوم, Umm Kulthum, Um Kulthoum, Om Kalsoum, Oum Kalthoum
أم البنين, Umm Al-Banin, Um Albaneen, Umm Ul-Baneen, Ommolbanin
`;
