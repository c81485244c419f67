/** Spellings of one place or name, a set a line. See README.md beside this file. */
export const aliases = `
# Spellings of one place or one name, a set a line; README.md tells how a line is written.

# places

# Saudi Arabia: the country and its regions
السعودية, المملكة العربية السعودية, Saudi Arabia, Saudi, KSA, Kingdom of Saudi Arabia, Arabie Saoudite
الرياض, منطقة الرياض, Riyadh, Riyad, Ar Riyad, Ar-Riyadh, Riad, Riyadh Region
مكة المكرمة, مكة, منطقة مكة المكرمة, Makkah, Mecca, Mekkah, Meccah, Makka, Mekka, Makkah Al-Mukarramah, Mecca Province
المدينة المنورة, المدينة, منطقة المدينة المنورة, Madinah, Medina, Madina, Medinah, Al-Madinah, Al-Madinah Al-Munawwarah, Madinah Munawarah
المنطقة الشرقية, الشرقية, Eastern Province, Eastern Region, Ash-Sharqiyah, Sharqiyah, Sharqia, Sharqiya, Asharqia
القصيم, منطقة القصيم, Qassim, Al-Qassim, Qasim, Al-Qasim, Gassim, Qaseem, Kassim, Gaseem
حائل, حايل, منطقة حائل, Hail, Ha'il, Hayil, Hayel, Hael
تبوك, منطقة تبوك, Tabuk, Tabouk, Tabook
الحدود الشمالية, منطقة الحدود الشمالية, Northern Borders, Northern Border, Northern Borders Region, Al-Hudud ash-Shamaliyah
جازان, جيزان, منطقة جازان, Jazan, Jizan, Gizan, Jezan, Jeezan, Jazzan
نجران, منطقة نجران, Najran, Nejran, Nagran
الباحة, منطقة الباحة, Al-Bahah, Baha, Al-Baha, Bahah, Albaha
الجوف, منطقة الجوف, Al-Jawf, Jawf, Al-Jouf, Jouf, Jof, Jauf, Aljouf
عسير, منطقة عسير, Asir, Aseer, Assir, Asseer
نجد, Najd, Nejd
الحجاز, Hejaz, Hijaz, Hedjaz, Al-Hijaz
تهامة, Tihamah, Tihama, Tehama
سدير, Sudair, Sudayr, Sedair, Sudeer

# Riyadh region
الدرعية, Diriyah, Ad-Diriyah, Diriyyah, Deraiyah, Dariyah, Dir'iyah, Deriyah, Diriya
الخرج, Al-Kharj, Kharj, Alkharj, Al-Kharg
الدوادمي, Ad-Dawadimi, Dawadmi, Al-Dawadmi, Duwadimi, Dawadimi
المجمعة, Al-Majmaah, Majmaah, Majma'ah, Almajmaah, Al-Majma'a, Majmaa
القويعية, Al-Quwayiyah, Quwayiyah, Al-Quwaiyah, Quwaiiyah, Qwayiyah, Quway'iyah, Gowaiya
وادي الدواسر, Wadi ad-Dawasir, Wadi Al-Dawasir, Wadi Aldawasir, Wadi Dawaser, Wadi Al-Dawaser
الأفلاج, Al-Aflaj, Aflaj, Alaflaj
ليلى, ليلى الأفلاج, Layla, Laila, Layla Al-Aflaj
الزلفي, Az-Zulfi, Zulfi, Al-Zulfi, Alzulfi, Zilfi
شقراء, Shaqra, Shagra, Shaqraa, Shakra
حوطة بني تميم, الحوطة, Hotat Bani Tamim, Howtat Bani Tamim, Hawtat Bani Tamim, Hutat Bani Tamim, Hautat Bani Tamim, Al-Hawtah
حوطة سدير, Hotat Sudair, Hawtat Sudayr, Howtat Sudair, Hautat Sudair
عفيف, Afif, Afeef
السليل, As-Sulayyil, Sulayyil, Al-Sulayyil, Sulayil, Sulail, Al-Sulail
ضرما, ضرماء, Dhurma, Durma, Dhurmaa, Dharma, Dhruma
المزاحمية, Al-Muzahimiyah, Muzahimiyah, Muzahmiyya, Al-Muzahmiyah, Mozahmiya
رماح, Rumah, Rumaah, Remah
ثادق, Thadiq, Thadig, Thadeq
حريملاء, Huraymila, Huraimla, Hraymila, Huraymla, Horaimla
الحريق, Al-Hariq, Hariq, Al-Hareeq, Hareeq
الغاط, Al-Ghat, Ghat, Alghat
مرات, Marat, Maraat
الدلم, Ad-Dilam, Dilam, Al-Dilam, Dalam, Delam, Al-Delam
الرين, Ar-Rayn, Rayn, Al-Rayn, Al-Rain, Alreen
ساجر, Sajir, Sajer
ثرمداء, Tharmada, Tharmda
الرويضة, Ruwaidah, Ruwaydah, Rowaida
جلاجل, Jalajil, Jalajel, Glajil
تمير, Tumair, Tumayr

# Makkah region
جدة, Jeddah, Jiddah, Jedda, Jidda, Djeddah, Gedda, Judda
الطائف, الطايف, Taif, At-Taif, Al-Taif, Ta'if, Altaif, Tayef
القنفذة, Al-Qunfudhah, Qunfudhah, Qunfudah, Al-Qunfudah, Qunfidah, Gunfudah, Qunfotha
الليث, Al-Lith, Lith, Al-Laith, Al-Leith, Allith, Laith
رابغ, Rabigh, Rabegh
الجموم, Al-Jumum, Jumum, Al-Jamoum, Jamoum, Jumoom, Aljumum
خليص, Khulais, Khulays, Kholais
الكامل, Al-Kamil, Kamil, Al-Kamel, Alkamil
الخرمة, Al-Khurmah, Khurmah, Al-Khurma, Khurma, Khormah
رنية, Ranyah, Rania, Ranya, Raniyah, Runya
تربة, Turabah, Turbah, Turaba, Torba, Turubah
المويه, Al-Muwayh, Muwayh, Al-Muwaih, Al-Moya, Al-Muwayah, Muwaih
ميسان, Maysan, Maisan, Meesan
أضم, Adham, Adhum, Idam
العرضيات, Al-Ardiyat, Ardiyat, Al-Ardhiyat, Ardhiyat, Al-Ardiyyat
بحرة, Bahrah, Bahra
ثول, Thuwal, Thual, Thowal
الحوية, Al-Hawiyah, Hawiyah, Hawiya
القوز, Al-Quoz, Al-Quz, Al-Qawz
المظيلف, Al-Muzaylif, Muzailif, Al-Mudhaylif

# Madinah region
ينبع, Yanbu, Yenbo, Yanbo, Yanboo, Yanbu al-Bahr, Yanbo Al-Bahr
العلا, AlUla, Al-Ula, Ula, Al-Ola, Alola
مهد الذهب, المهد, Mahd adh-Dhahab, Mahd Al-Dhahab, Mahd Al-Thahab, Mahd Ad-Dahab
الحناكية, Al-Hanakiyah, Hanakiyah, Al-Henakiyah, Hanakia, Alhanakiyah
بدر, بدر حنين, Badr, Bader, Badr Hunayn
خيبر, Khaybar, Khaibar, Khayber, Khaiber
العيص, Al-Ais, Al-Ays, Al-Eis, Ais, Ays
وادي الفرع, Wadi al-Fara, Wadi Al-Furu, Wadi Al-Far', Wadi Fara, Wadi Al-Fora

# Eastern Province
الدمام, Dammam, Ad-Dammam, Al-Dammam, Damam, Addammam
الخبر, Khobar, Al Khobar, Al-Khubar, Khubar, Alkhobar, Khober
الظهران, Dhahran, Az-Zahran, Adh-Dhahran, Dahran, Zahran, Daharan
القطيف, محافظة القطيف, Qatif, Al-Qatif, Qateef, Katif, Al-Qateef, Kateef, Alqatif, El Katif, Qatef, Gatif, Gateef, Kteef
سيهات, Saihat, Sayhat, Seihat, Sehat, Saihaat, Seyhat, Sihat
صفوى, صفوة, صفوا, Safwa, Safwah, Safwaa
تاروت, جزيرة تاروت, Tarout, Tarut, Taroot, Tarout Island, Tarut Island
العوامية, Al-Awamiyah, Awamiyah, Awamia, Awamiya, Al-Awamia, Awwamiyah, Alawamiyah, Awamiyya
القديح, Al-Qudaih, Qudaih, Qudayh, Al-Qudeeh, Qudeih, Gudaih, Gdaih, Qodaih
الجارودية, Al-Jaroudiyah, Jarudiyah, Jaroudiyah, Jaroudia, Al-Jarudiyah, Jarodia, Jaroodiya
الأوجام, الآجام, Al-Awjam, Awjam, Al-Ajam, Oujam, Aujam, Al-Oujam
أم الحمام, Umm Al-Hamam, Umm al-Hammam, Um Alhamam, Umm Alhamam, Um Al-Hamam, Om Alhamam, Umm El Hamam
حلة محيش, الحلة, Hillat Muhaysh, Hillat Muhaish, Hillat Mhaish, Hellat Mohaish, Hilat Mohaish, Hallat Muhaish, Al-Hillah
البحاري, Al-Bahari, Bahari, Al-Behari, Albahari
التوبي, At-Toubi, Al-Toubi, Toubi, Tubi, Al-Tobi, Toobi, Altoubi
الخويلدية, Al-Khuwaildiyah, Khuwaildiyah, Khuwaildia, Khuwaylidiyah, Khwaildia, Khowildiah
أم الساهك, Umm As-Sahik, Umm Al-Sahik, Um Al-Sahek, Umm Sahik, Um Alsahik, Om Alsahek, Umm As-Sahek
سنابس, Sanabis, Sanabes, Senabis, Snabis
عنك, Anak, Anik, Enak
دارين, Darin, Dareen, Darayn, Darain
الربيعية, Ar-Rabiiyah, Al-Rabiiyah, Rabiiyah, Rabi'iyah, Rabeeia, Rabiah
الزور, Az-Zour, Al-Zour, Zour, Zor, Zoor
النابية, An-Nabiyah, Al-Nabiyah, Nabiyah, Nabiya
الجش, Al-Jish, Jish, Al-Jesh, Jesh
الملاحة, Al-Mallahah, Mallahah, Al-Malahah, Mallaha
الأحساء, الحسا, الأحسا, الإحساء, Al-Ahsa, Ahsa, Al-Hasa, Hasa, Al-Hassa, Hassa, Alahsa, Al-Ahsaa, Ehsa, El Hasa, Alhasa
الهفوف, Hofuf, Al-Hufuf, Hufuf, Hofouf, Al-Hofuf, Hofoof, Hufhuf
المبرز, Al-Mubarraz, Mubarraz, Mubaraz, Al-Mubaraz, Mobarraz
القارة, Al-Qarah, Qarah, Qara, Al-Qara, Gara
العيون, Al-Oyoun, Al-Uyun, Oyoun, Uyun, Oyun, Al-Oyon, Uyoon
العمران, Al-Omran, Al-Umran, Omran, Umran
الطرف, At-Taraf, Al-Taraf, Taraf, Tarf
الجفر, Al-Jafr, Jafr, Jafer, Al-Jafer
الجشة, Al-Jishah, Jishah, Al-Jeshah
البطالية, Al-Battaliyah, Battaliyah, Battalia
العقير, Al-Uqair, Uqair, Ogair, Al-Uqayr
الجبيل, Jubail, Al-Jubayl, Al-Jubail, Jubayl, Jubeil, Jobail, Jubail Industrial City
رأس تنورة, Ras Tanura, Ras Tannurah, Ras Tanurah, Ras Tanoura, Ras Tanoora
رحيمة, Rahima, Rahimah, Raheemah
حفر الباطن, الحفر, Hafar Al-Batin, Hafr Al-Batin, Hafar Albatin, Hafer Al-Batin, Hafr Albatin, Hafar Al-Baten
الخفجي, Khafji, Al-Khafji, Khafgi, Alkhafji
النعيرية, Nairyah, An-Nuayriyah, Nairiyah, Nu'ayriyah, Al-Nairyah, Nariya, Nuairiyah
قرية العليا, Qaryat Al-Ulya, Qaryat Al-Olya, Qariat Al-Ulya, Qaryah Al-Ulya, Garyat Al-Ulya
بقيق, ابقيق, Abqaiq, Buqayq, Buqaiq, Bqaiq, Abqayq, Abgaig
القيصومة, Al-Qaysumah, Qaysumah, Qaisumah, Al-Qaisumah, Qaisoma
العديد, Al-Udayd, Udayd, Al-Udeid, Odaid, Al-Odaid
سلوى, Salwa, Salwah
عين دار, Ain Dar, Ayn Dar
صلاصل, Salasil, Salasel

# Qassim region
بريدة, Buraydah, Buraidah, Buraida, Buraydha, Boraidah, Boraydah, Bureidah
عنيزة, Unayzah, Onaizah, Unaizah, Onaiza, Unaiza, Oneizah, Unayza
الرس, Ar-Rass, Al-Rass, Rass, Al-Ras, Arrass
المذنب, Al-Midhnab, Midhnab, Al-Mithnab, Mithnab, Al-Methnab, Muthnab
البكيرية, Al-Bukayriyah, Bukayriyah, Al-Bukairiyah, Bukairiyah, Bukairyah, Albukayriyah
البدائع, البدايع, Al-Badai, Badai, Al-Badaya, Badaya, Al-Badaie, Bada'i
الأسياح, Al-Asyah, Asyah, Alasyah, Asiah
النبهانية, An-Nabhaniyah, Nabhaniyah, Al-Nabhaniyah, Nabhaniya
عيون الجواء, Uyun al-Jiwa, Oyoun Al-Jiwa, Uyun Al-Jawa, Oyoon Aljiwa, Uyoon Al-Jawa
رياض الخبراء, Riyad al-Khabra, Riyadh Al-Khabra, Riyad Alkhabra
الشماسية, Ash-Shimasiyah, Al-Shimasiyah, Shimasiyah, Shimasiya
عقلة الصقور, Uqlat as-Suqur, Uqlat Al-Suqur, Oglat Al-Sugour, Uqlat Assuqur
ضرية, Dhariyah, Dariyah, Dharyah, Duriyah

# Hail region
بقعاء, Baqa, Baqaa, Buqa, Bagaa
الغزالة, Al-Ghazalah, Ghazalah, Al-Ghazala, Ghazala
الشنان, Ash-Shinan, Al-Shinan, Shinan, Shanan, Al-Shanan
السليمي, As-Sulaymi, Al-Sulaimi, Sulaimi, Sulaymi
الحائط, Al-Hait, Al-Ha'it, Hait, Hayit, Al-Hayit
الشملي, Ash-Shamli, Al-Shamli, Shamli
موقق, Mawqaq, Mowqaq, Mogag, Muqaq
سميراء, Sumayra, Samira, Sumaira, Smaira

# Tabuk region
الوجه, Al-Wajh, Wajh, Al-Wejh, Wejh, Al-Wajah
ضباء, ضبا, Duba, Dhuba, Dheba, Diba, Zuba
تيماء, Tayma, Taima, Teima, Taymaa
أملج, Umluj, Umm Lajj, Umlaj, Omluj, Amlaj
حقل, Haql, Haqal, Hagl, Haqel
البدع, Al-Bada, Al-Bad, Bada, Al-Bid
نيوم, Neom

# Northern Borders and Jawf
عرعر, Arar, Araar
رفحاء, رفحا, Rafha, Rafhaa, Rafhah
طريف, Turaif, Turayf, Tarif, Turaef, Toraif
العويقيلة, Al-Uwayqilah, Uwayqilah, Al-Owaiqilah, Owaiqila, Al-Uwaiqilah
سكاكا, Sakaka, Sakakah, Skaka
القريات, Qurayyat, Al-Qurayyat, Qurayat, Gurayat, Al-Qurayat, Guriat
دومة الجندل, Dumat al-Jandal, Domat Al-Jandal, Dawmat Al-Jandal, Dumah Al-Jandal
طبرجل, Tabarjal, Tabrjal, Tubarjal
صوير, Suwayr, Suwair, Sowair

# Jazan region
صبيا, Sabya, Sabia, Sabiya, Subya
أبو عريش, ابوعريش, Abu Arish, Abu Areesh, Abu Ariesh, Abu 'Arish
صامطة, Samtah, Samitah, Samta, Samtha, Samita
بيش, Baysh, Baish, Beish, Bish
الدرب, Ad-Darb, Al-Darb, Darb, Addarb
الحرث, Al-Harth, Harth, Al-Hurrath, Al-Harath
ضمد, Damad, Dhamad, Damd
الريث, Ar-Rayth, Al-Rayth, Raith, Al-Raith, Ar-Reeth
فرسان, جزر فرسان, Farasan, Farsan, Farasan Islands
الدائر, الداير, Ad-Dair, Al-Dair, Al-Dayer, Dayer, Addair
العارضة, Al-Aridhah, Al-Aridah, Aridah, Al-Ardah, Aridhah, Al-Aarida
أحد المسارحة, Ahad al-Masarihah, Ahad Al-Musarihah, Ahad Al-Masarha, Ahad Masareha
العيدابي, Al-Idabi, Al-Eidabi, Eidabi, Idabi, Aidabi, Al-Aydabi
فيفاء, فيفا, Fayfa, Faifa, Fifa, Faifaa, Fayfaa
هروب, Harub, Haroob, Huroob, Haroub
الطوال, At-Tuwal, Al-Tuwal, Tuwal, Tuwwal, Al-Tuwwal
الشقيق, Ash-Shuqaiq, Shuqaiq, Al-Shuqayq, Shugaig

# Najran region
شرورة, Sharurah, Sharura, Sharorah, Sharoora
حبونا, Hubuna, Habuna, Habona, Hubona
بدر الجنوب, Badr al-Janub, Badr Al-Janoub, Bader Al-Janoub
يدمة, Yadamah, Yadmah, Yadma, Yidmah
ثار, Thar, Thaar
خباش, Khubash, Khbash, Khabash

# Bahah region
بلجرشي, Baljurashi, Biljurashi, Baljorashi, Beljurashi, Balgurashi
المندق, Al-Mandaq, Mandaq, Al-Mandak, Mandag, Al-Mindak
المخواة, Al-Makhwah, Makhwah, Al-Mikhwah, Mikhwah, Mukhwah
العقيق, Al-Aqiq, Aqiq, Al-Aqeeq, Aqeeq, Agig
قلوة, Qilwah, Qilwa, Gilwah, Qalwah, Qolwah
القرى, Al-Qura, Qura, Al-Qora
غامد الزناد, Ghamid az-Zinad, Ghamed Al-Zinad, Ghamid Al-Zinad
الحجرة, Al-Hajrah, Hajrah, Al-Hujrah
بني حسن, Bani Hasan, Bani Hassan, Beni Hassan

# Asir region
أبها, Abha, Abhaa
خميس مشيط, Khamis Mushait, Khamis Mushayt, Khamees Mushait, Khamis Mushyt, Khamis Moushayt
بيشة, Bisha, Bishah, Beesha
النماص, An-Namas, Al-Namas, Namas, Nimas, Annamas
محايل, محايل عسير, Muhayil, Muhayil Asir, Mahayel, Mahayil, Muhail, Mohayel Aseer
سراة عبيدة, Sarat Abidah, Sarat Abida, Sarat Ubaidah, Sarat Obaidah, Sarah Abidah
تثليث, Tathlith, Tathleeth
رجال ألمع, Rijal Almaa, Rijal Alma, Rejal Almaa, Rojal Almaa, Rijal Alma'a
أحد رفيدة, Ahad Rufaidah, Ahad Rafidah, Uhud Rufaidah, Ahad Rafeedah, Ahad Rifaydah
ظهران الجنوب, Dhahran al-Janub, Dhahran Al-Janoub, Zahran Al-Janoub, Dhahran South
بلقرن, Balqarn, Bilqarn, Balgarn
المجاردة, Al-Majaridah, Majaridah, Al-Majardah, Majardah, Majarda
البرك, Al-Birk, Birk, Al-Berk
بارق, Bariq, Bareq, Barig
تنومة, Tanomah, Tanumah, Tanuma, Tanoma, Tanouma
طريب, Tarib, Turaib, Tareeb
الحرجة, Al-Harajah, Harajah, Al-Harjah, Harjah
الأمواه, Al-Amwah, Amwah, Alamwah
سبت العلايا, Sabt Al-Alaya, Sabt Alalaya

# Bahrain
البحرين, مملكة البحرين, Bahrain, Bahrein, Bahreyn, Al-Bahrain, Kingdom of Bahrain
محافظة العاصمة, العاصمة, Capital Governorate, Capital, Asimah
المحافظة الشمالية, Northern Governorate, Northern, Shamaliyah
المحافظة الجنوبية, Southern Governorate, Southern, Janubiyah
المنامة, Manama, Al-Manamah, Manamah, Manameh
المحرق, محافظة المحرق, Muharraq, Al-Muharraq, Muharaq, Moharraq, Moharaq
جدحفص, جد حفص, Jidhafs, Jidd Hafs, Jid Hafs, Jedhafs, Jidhaffs
البسيتين, Busaiteen, Al-Busaiteen, Busaytin, Busaitin, Basateen
الحد, Hidd, Al-Hidd, Hedd, Al-Hid
عراد, Arad, Araad
مدينة حمد, Hamad Town, Madinat Hamad, Hamad City
مدينة عيسى, Isa Town, Madinat Isa, Madinat Eisa, Issa Town, Essa Town
الجنبية, Janabiyah, Al-Janabiyah, Janabiya, Jannabiyah
البديع, Budaiya, Al-Budaiya, Budaya, Budayya, Bedaiya
الرفاع, Riffa, Al-Riffa, Rifa, Rifaa, Ar-Rifa, Riffaa
عوالي, Awali, Awalee
سترة, Sitra, Sitrah, Setra
سار, Saar, Sar
عالي, A'ali, Aali
سند, Sanad
الدراز, Diraz, Al-Diraz, Duraz, Deraz
كرزكان, Karzakan, Karzakkan, Karzkan
الدير, Ad-Dair, Al-Dair, Dair
السنابس, Sanabis, Sanabes
توبلي, Tubli, Toubli, Toobli
الزلاق, Zallaq, Al-Zallaq, Zallag
دمستان, Damistan, Dumistan, Dimistan

# Kuwait
الكويت, دولة الكويت, مدينة الكويت, Kuwait, Kuwait City, Koweit, Kuwayt, Al-Kuwait
حولي, محافظة حولي, Hawalli, Hawally, Hawali, Hawalley
السالمية, Salmiya, Salmiyah, As-Salimiyah, Salmiyya, Salmia
الأحمدي, محافظة الأحمدي, Ahmadi, Al-Ahmadi, Ahmedi, Al-Ahmedi
الفحيحيل, Fahaheel, Fahahil, Al-Fahaheel, Fuhayhil, Fahaheil
الفروانية, محافظة الفروانية, Farwaniya, Farwaniyah, Al-Farwaniyah, Farwania
الجهراء, محافظة الجهراء, Jahra, Al-Jahra, Jahraa, Aljahra
مبارك الكبير, محافظة مبارك الكبير, Mubarak Al-Kabeer, Mubarak Al-Kabir, Mubarak Alkabeer
صباح السالم, Sabah Al-Salem, Sabah As-Salim, Sabah Al-Salim

# United Arab Emirates
الإمارات, الإمارات العربية المتحدة, United Arab Emirates, UAE, Emirates, Emarat, Imarat
أبوظبي, أبو ظبي, إمارة أبوظبي, Abu Dhabi, Abu Dabi, Abu Zabi, Abudhabi, Abou Dhabi, Abu Zaby
دبي, إمارة دبي, Dubai, Dubayy, Dubay, Debai
الشارقة, إمارة الشارقة, Sharjah, Ash-Shariqah, Al-Sharjah, Sharja, Shariqah
عجمان, إمارة عجمان, Ajman, Ujman, Ajmaan
أم القيوين, إمارة أم القيوين, Umm Al Quwain, Umm al-Qaiwain, Umm Al-Qaywayn, Um Al Quwain
رأس الخيمة, إمارة رأس الخيمة, Ras Al Khaimah, Ras al-Khaymah, Ras Al Khaima, RAK
الفجيرة, إمارة الفجيرة, Fujairah, Al-Fujairah, Fujayrah, Fujeirah
العين, Al Ain, Al-Ayn, Ain
خورفكان, خور فكان, Khor Fakkan, Khorfakkan, Khawr Fakkan
كلباء, Kalba, Kalbaa

# Oman
عمان, سلطنة عمان, Oman, Sultanate of Oman, Uman
مسقط, محافظة مسقط, Muscat, Masqat, Maskat, Mascat
ظفار, محافظة ظفار, Dhofar, Dhufar, Zufar, Zofar
مسندم, محافظة مسندم, Musandam, Musandem, Masandam
البريمي, محافظة البريمي, Al Buraimi, Buraimi, Al-Buraymi, Buraymi, Bureimi
الداخلية, محافظة الداخلية, Ad Dakhiliyah, Al-Dakhiliyah, Dakhiliyah, Dakhiliya, Dakhliyah
شمال الباطنة, محافظة شمال الباطنة, North Al Batinah, North Batinah, Al Batinah North
جنوب الباطنة, محافظة جنوب الباطنة, South Al Batinah, South Batinah, Al Batinah South
الباطنة, Al Batinah, Batinah, Batina
شمال الشرقية, محافظة شمال الشرقية, North Ash Sharqiyah, North Sharqiyah, Ash Sharqiyah North, North Al Sharqiyah
جنوب الشرقية, محافظة جنوب الشرقية, South Ash Sharqiyah, South Sharqiyah, Ash Sharqiyah South, South Al Sharqiyah
الظاهرة, محافظة الظاهرة, Adh Dhahirah, Al-Dhahirah, Dhahirah, Dhahira, Az Zahirah
الوسطى, محافظة الوسطى, Al Wusta, Wusta, Al-Wustaa
السيب, Seeb, As-Sib, Al-Seeb, Sib
مطرح, Muttrah, Mutrah, Matrah, Muttra
صلالة, Salalah, Salala
خصب, Khasab, Khassab
نزوى, Nizwa, Nazwa, Nizwah
بهلاء, بهلا, Bahla, Bahlaa
صحار, Sohar, Suhar
صحم, Saham, Sahm
الرستاق, Rustaq, Ar-Rustaq, Al-Rustaq, Rostaq
بركاء, Barka, Barkaa
إبراء, Ibra, Ibraa
صور, Sur, Sour
عبري, Ibri, Ebri, Ibry
هيماء, Haima, Hayma, Haymaa

# Qatar
قطر, دولة قطر, Qatar, Katar, Gatar, Quatar
الدوحة, بلدية الدوحة, Doha, Ad-Dawhah, Dawha, Al-Doha, Dohah
الريان, بلدية الريان, Al Rayyan, Rayyan, Ar-Rayyan, Al Rayan, Rayan
الوكرة, بلدية الوكرة, Al Wakrah, Wakrah, Wakra, Al Wakra
الخور, Al Khor, Khor, Al Khawr
الخور والذخيرة, بلدية الخور والذخيرة, Al Khor and Al Thakhira, Al Khor and Thakhira
الذخيرة, Al Thakhira, Thakhira, Dhakhira, Al Dhakhirah
الشمال, بلدية الشمال, مدينة الشمال, Al Shamal, Ash Shamal, Madinat ash Shamal, Madinat Al Shamal
أم صلال, بلدية أم صلال, أم صلال محمد, Umm Salal, Umm Salal Muhammad, Umm Salal Mohammed, Um Slal
الظعاين, بلدية الظعاين, Al Daayen, Daayen, Al Dhaayen, Ad Daayin
الشيحانية, بلدية الشيحانية, Al Shahaniya, Shahaniya, Ash Shihaniyah, Al Sheehaniya, Shihaniya

# Arab countries, their capitals and great cities
اليمن, Yemen, Al-Yaman, Yaman, Jemen
صنعاء, Sanaa, Sana'a, Sana
عدن, Aden, Adan
تعز, Taiz, Ta'izz, Taizz
حضرموت, Hadhramaut, Hadramawt, Hadramout, Hadhramout
المكلا, Mukalla, Al-Mukalla
العراق, Iraq, Irak, Al-Iraq
بغداد, Baghdad, Bagdad
البصرة, Basra, Basrah, Al-Basrah, Bassora
النجف, Najaf, An-Najaf, Nejef
كربلاء, Karbala, Kerbala, Karbalaa
الموصل, Mosul, Al-Mawsil, Mossul
أربيل, Erbil, Arbil, Irbil, Hewler
الأردن, Jordan, Al-Urdun, Urdun
عمّان, Amman, Aman
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
فلسطين, Palestine, Filastin, Falasteen, Falastin, Filistin
القدس, Jerusalem, Al-Quds, Quds
غزة, Gaza, Ghazzah, Ghaza
رام الله, Ramallah, Ram Allah
نابلس, Nablus, Nablous
الخليل, Hebron, Al-Khalil
مصر, جمهورية مصر العربية, Egypt, Misr, Masr, Egypte
القاهرة, Cairo, Al-Qahirah, Kairo, Qahira
الإسكندرية, اسكندرية, Alexandria, Iskandariyah, Iskandaria
الجيزة, Giza, Gizeh, Al-Jizah
أسوان, Aswan, Assuan
السودان, Sudan, As-Sudan, Soudan
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
المضيق, M'diq, Al-Madiq, Madiq
تطوان, Tetouan, Tetuan, Titwan
موريتانيا, Mauritania, Mauritanie, Muritaniya
نواكشوط, Nouakchott, Nuakchott, Nawakshut
الصومال, Somalia, Soomaaliya, As-Sumal
مقديشو, Mogadishu, Muqdisho, Maqadishu
جيبوتي, Djibouti, Jibuti, Gibuti
جزر القمر, Comoros, Comores, Juzur al-Qamar
موروني, Moroni

# Other countries and cities
تركيا, تركية, Turkey, Turkiye, Türkiye, Turquie
إسطنبول, اسطنبول, استانبول, Istanbul, Stanbul, Constantinople
أنقرة, Ankara, Angora
إيران, Iran, Persia
طهران, Tehran, Teheran
مشهد, Mashhad, Meshed
باكستان, Pakistan, Bakistan
إسلام آباد, إسلام أباد, Islamabad
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
إندونيسيا, اندونيسيا, Indonesia, Indonesie
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
أيرلندا, إيرلندا, Ireland
فرنسا, France, Fransa
باريس, Paris
ألمانيا, المانيا, Germany, Deutschland, Allemagne
برلين, Berlin
هولندا, Netherlands, Holland
بلجيكا, Belgium
بروكسل, Brussels, Bruxelles
سويسرا, Switzerland, Suisse
جنيف, Geneva, Geneve
النمسا, Austria
فيينا, Vienna, Wien
إيطاليا, ايطاليا, Italy, Italia
روما, Rome, Roma
إسبانيا, أسبانيا, Spain, Espana
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
إريتريا, أريتريا, Eritrea
موزمبيق, Mozambique
جنوب أفريقيا, South Africa

# Continents and parts of the world
الخليج, الخليج العربي, Gulf, Khaleej, Khalij, Arabian Gulf
دول الخليج, Gulf States, Gulf Countries
مجلس التعاون, مجلس التعاون الخليجي, GCC, Gulf Cooperation Council
الشرق الأوسط, Middle East, Mideast, Near East
شمال أفريقيا, North Africa
الوطن العربي, العالم العربي, الدول العربية, Arab World, Arab Nations, Arab States, Arab Countries
الجزيرة العربية, شبه الجزيرة العربية, Arabian Peninsula, Arabia
العالم الإسلامي, Islamic World, Muslim World
الشام, بلاد الشام, Levant, Sham
أفريقيا, إفريقيا, Africa, Afrique
آسيا, Asia, Asie
أوروبا, أوربا, Europe
أمريكا اللاتينية, Latin America
المحيط الهادئ, Pacific
البحر الأحمر, Red Sea
البحر المتوسط, البحر الأبيض المتوسط, Mediterranean

# names

# Names of men
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
إسماعيل, Ismail, Esmail, Ismael, Ismaeel, Esmaeil, Ismaïl, Smail
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
جعفر, Jaafar, Jafar, Ja'far, Jaffar, Jafer, Gaafar, Jaffer, Djafar
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
عبدالله, عبد الله, Abdullah, Abdallah, Abdulla, Abd Allah, Abdellah, Abdollah, Abdallahi, Abdoullah
عبدالرحمن, عبد الرحمن, Abdulrahman, Abdul Rahman, Abdurrahman, Abdel Rahman, Abdelrahman, Abderrahmane, Abd ar-Rahman, Abdurahman, Abdul-Rehman
عبدالعزيز, عبد العزيز, Abdulaziz, Abdul Aziz, Abdelaziz, Abdel Aziz, Abdal Aziz, Abd al-Aziz, Abdulazeez
عبدالكريم, عبد الكريم, Abdulkarim, Abdul Karim, Abdulkareem, Abdelkarim, Abdel Karim, Abdelkrim
عبدالرحيم, عبد الرحيم, Abdulrahim, Abdul Rahim, Abdulraheem, Abdurrahim, Abderrahim, Abdelrahim
عبدالمجيد, عبد المجيد, Abdulmajeed, Abdul Majid, Abdulmajid, Abdelmajid, Abdel Meguid
عبدالحميد, عبد الحميد, Abdulhamid, Abdulhameed, Abdul Hamid, Abdelhamid, Abdel Hamid
عبداللطيف, عبد اللطيف, Abdullatif, Abdul Latif, Abdullateef, Abdellatif, Abdel Latif
عبدالمحسن, عبد المحسن, Abdulmohsen, Abdulmuhsin, Abdul Mohsen, Abdel Mohsen, Abdulmohsin
عبدالرؤوف, عبدالرؤف, عبد الرؤوف, Abdulraouf, Abdulrauf, Abdul Raouf, Abdelraouf, Abderraouf, Abdulrauof
عبدالرزاق, عبد الرزاق, Abdulrazzaq, Abdulrazak, Abdul Razzaq, Abderrazak, Abdelrazek, Abdulrazaq
عبدالقادر, عبد القادر, Abdulqader, Abdulkadir, Abdul Qadir, Abdelkader, Abdel Kader, Abdulgadir
عبدالملك, عبد الملك, Abdulmalik, Abdul Malik, Abdelmalek, Abdulmalek
عبدالسلام, عبد السلام, Abdulsalam, Abdul Salam, Abdussalam, Abdelsalam, Abdeslam, Abdesslam
عبدالوهاب, عبد الوهاب, Abdulwahab, Abdul Wahab, Abdulwahhab, Abdelwahab, Abdel Wahab
عبدالهادي, عبد الهادي, Abdulhadi, Abdul Hadi, Abdelhadi, Abdel Hady
عبدالجبار, عبد الجبار, Abduljabbar, Abdul Jabbar, Abduljabar, Abdeljabbar
عبدالغني, عبد الغني, Abdulghani, Abdul Ghani, Abdelghani, Abdelghany
عبدالواحد, عبد الواحد, Abdulwahid, Abdulwahed, Abdul Wahid, Abdelwahed
عبدالرب, عبد الرب, Abdulrab, Abdul Rab, Abdrabbo
عبدالإله, عبد الإله, Abdulelah, Abdulilah, Abdul Ilah, Abdelilah
عبدالخالق, عبد الخالق, Abdulkhaliq, Abdulkhaleq, Abdul Khaliq, Abdelkhalek
عبدالباقي, عبد الباقي, Abdulbaqi, Abdul Baqi, Abdelbaki
عبدالباري, عبد الباري, Abdulbari, Abdul Bari, Abdelbari
عبدالحليم, عبد الحليم, Abdulhalim, Abdulhaleem, Abdul Halim, Abdelhalim
عبدالحكيم, عبد الحكيم, Abdulhakim, Abdulhakeem, Abdul Hakim, Abdelhakim
عبدالعال, عبد العال, العبدالعال, Abdulaal, Abdul Aal, Abdelaal, Abdulal, Al-Abdulaal
عبدالفتاح, عبد الفتاح, Abdulfattah, Abdul Fattah, Abdelfattah, Abdel Fatah
عبدالستار, عبد الستار, Abdulsattar, Abdul Sattar, Abdelsattar
عبدالغفور, عبد الغفور, Abdulghafoor, Abdul Ghafur, Abdulghafur, Abdelghafour
عبدالقدوس, عبد القدوس, Abdulquddus, Abdul Quddoos, Abdulqudoos
عبدالصمد, عبد الصمد, Abdulsamad, Abdul Samad, Abdussamad, Abdessamad
عبدالنبي, عبد النبي, Abdulnabi, Abdul Nabi, Abdelnabi, Abdunnabi
عبدالحسين, عبد الحسين, Abdulhussain, Abdul Hussein, Abdulhusain, Abdelhussein
عبدالمهدي, عبد المهدي, Abdulmahdi, Abdul Mahdi, Abdelmahdi
عبدالأمير, عبد الأمير, Abdulameer, Abdul Amir, Abdulamir, Abdelamir
عبدالرسول, عبد الرسول, Abdulrasool, Abdul Rasul, Abdulrasoul, Abdelrasoul
عبدالناصر, عبد الناصر, Abdulnasser, Abdul Nasser, Abdelnasser, Abdunnasir
عبدالمنعم, عبد المنعم, Abdulmonem, Abdulmunim, Abdul Monem, Abdelmoneim, Abdel Moneim
عبده, Abdo, Abdu, Abduh, Abdou
عبيد, Obaid, Ubaid, Ubayd, Obeid, Obayd
عبدربه, عبد ربه, Abdrabbuh, Abd Rabbo, Abdrabboh
خالد, Khalid, Khaled, Khaleed, Kaled
خليل, Khalil, Khaleel, Halil
خليفة, Khalifa, Khalifah, Khaleefa, Khaliefa
فهد, Fahd, Fahad, Fahed
فيصل, Faisal, Faysal, Feisal, Fayçal, Faissal, Feysal
سعود, Saud, Saoud, Sa'ud, Saood
سعد, Saad, Sa'd, Saʿd
سعيد, Saeed, Said, Sa'id, Saied, Sayeed
سلمان, Salman, Selman
سالم, Salem, Salim, Saalim
سليم, Saleem, Salim, Selim
سلطان, Sultan, Soltan
سامي, Sami, Samy, Samee
سمير, Samir, Sameer, Semir
سلام, Salam, Sallam
تركي, Turki, Turky, Torki
بندر, Bandar, Bander
نايف, نائف, Naif, Nayef, Nayif, Naïf
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
وائل, Wael, Wail, Wa'il, Wayel
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
رائد, Raed, Raid, Ra'ed
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
عصام, Issam, Essam, Isam, Esam, Issaam
علاء, Alaa, Ala, Ala'a
عماد, Imad, Emad, Imaad
غازي, Ghazi, Gazi, Ghazy
غسان, Ghassan, Gassan
فؤاد, Fuad, Fouad, Foad, Fuaad
فاروق, Farouk, Farooq, Faruq, Faruk
فاضل, Fadel, Fadil, Fadhel, Fazil, Fadhil
فارس, Faris, Fares, Faares
فايز, فائز, Fayez, Faiz, Fayiz, Faez
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
عايض, عائض, Ayed, Aaidh, Ayidh, Ayedh, Aidh
عوض, Awad, Awadh, Aoudh
عويض, Owaid, Awaidh, Uwaidh
عواد, Awwad, Awad
ضيف الله, Dhaifallah, Daifallah, Dhaif Allah, Dhayfallah
عطية, عطيه, Attiyah, Atiyah, Atiya, Attia, Ateya
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
سيد, السيد, Sayed, Sayyid, Syed, Sayid, Elsayed, Seyed
شيخ, الشيخ, Sheikh, Shaikh, Shaykh, Sheik, Cheikh, Alsheikh

# Names of women
فاطمة, Fatima, Fatimah, Fatma, Fatema, Fatemah, Fatimeh, Fatmah
زينب, Zainab, Zaynab, Zeinab, Zeyneb, Zaineb, Zynab
مريم, Maryam, Mariam, Meryem, Miriam, Maryem
خديجة, Khadija, Khadijah, Khadeeja, Hatice, Kadija, Khadeejah
عائشة, عايشة, Aisha, Aysha, Ayesha, Aicha, Aishah, Ayse, Aeisha
زهراء, الزهراء, Zahra, Zahraa, Zehra, Zahrah
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
سعادة, Saada, Saadah, Sa'ada
سميرة, Samira, Sameera, Samirah
سمية, Sumayya, Somaya, Sumaiya, Soumaya, Sumayah
شيماء, Shaima, Shaimaa, Shayma, Chaima
عبير, Abeer, Abir
غادة, Ghada, Ghadah
فوزية, Fawzia, Fouzia, Fawziyah, Fauzia
لطيفة, Latifa, Lateefa, Latifah
ليلى, Layla, Laila, Leila, Leyla, Lila
لمى, Lama, Luma
لولوة, لؤلؤة, Lulwa, Loulwa, Lolwah, Lulwah
مشاعل, Mashael, Mashail, Masha'el, Machael
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

# Families and tribes
آل سعود, السعود, Al Saud, Al-Saud, Alsaud, Al Saoud
آل خليفة, الخليفة, Al Khalifa, Alkhalifa, Al Khalifah
آل ثاني, Al Thani, Althani
آل نهيان, النهيان, Al Nahyan, Al Nahayan, Alnahyan
آل مكتوم, المكتوم, Al Maktoum, Al Maktum, Almaktoum
آل صباح, الصباح, Al Sabah, Alsabah, As-Sabah
آل الشيخ, Al Alsheikh, Al ash-Sheikh, Al Asheikh, Al Al-Shaikh
الغامدي, غامدي, Al-Ghamdi, Ghamdi, Alghamdi, Ghamidi, Ghamedi
الزهراني, زهراني, Al-Zahrani, Zahrani, Alzahrani, Az-Zahrani
القحطاني, قحطاني, Al-Qahtani, Qahtani, Kahtani, Gahtani, Alqahtani
العتيبي, عتيبي, Al-Otaibi, Otaibi, Utaybi, Al-Utaibi, Oteibi, Alotaibi, Otaiby
الدوسري, دوسري, Al-Dosari, Dosari, Dossary, Dawsari, Al-Dossari, Dosary, Aldosari, Dousari
الشمري, شمري, Al-Shammari, Shammari, Shamari, Shammary, Al-Shamri, Alshammari, Shummari
الحربي, حربي, Al-Harbi, Harbi, Alharbi, Harby
المطيري, مطيري, Al-Mutairi, Mutairi, Motairi, Al-Mutayri, Almutairi, Moteiri
العنزي, عنزي, Al-Anazi, Anazi, Enezi, Anezi, Al-Enazi, Alenezi, Alanazi, Onazi, Unazi
الشهري, شهري, Al-Shehri, Shehri, Shahri, Al-Shahri, Alshehri
الشهراني, Al-Shahrani, Shahrani, Alshahrani, Shehrani
العمري, Al-Omari, Omari, Amri, Umari, Al-Amri, Alomari
العسيري, عسيري, Al-Asiri, Asiri, Aseeri, Assiri, Asseri
المالكي, مالكي, Al-Malki, Malki, Maliki, Al-Maliki, Almalki
القرني, Al-Qarni, Qarni, Garni, Karni, Alqarni
الأحمري, Al-Ahmari, Ahmari, Alahmari, Ahmary
السبيعي, Al-Subaie, Subaie, Subaiei, Sobei, Al-Subaiei, Alsubaie, Sebaiy
البقمي, Al-Buqami, Buqami, Bogami, Baqami, Bugami, Albogami
الرشيدي, Al-Rashidi, Rashidi, Rasheedi, Alrashidi, Rashedi
السلمي, Al-Sulami, Sulami, Solami, Salmi, Alsulami, Sollami
الثقفي, Al-Thaqafi, Thaqafi, Thagafi, Althagafi
الجهني, Al-Juhani, Juhani, Jehani, Johani, Aljohani, Juhany
البلوي, Al-Balawi, Balawi, Albalawi, Balwi
العطوي, Al-Atawi, Atawi, Alatawi
الخالدي, Al-Khaldi, Khaldi, Khalidi, Alkhaldi, Khaledi
الهاجري, Al-Hajri, Hajri, Hajeri, Hajiri, Alhajri
المري, Al-Marri, Marri, Merri, Murri, Almarri
اليامي, Al-Yami, Yami, Alyami, Yamy
العجمي, Al-Ajmi, Ajmi, Ajami, Alajmi
السهلي, Al-Sahli, Sahli, Alsahli, Suhali
التميمي, Al-Tamimi, Tamimi, Altamimi, Tameemi
العصيمي, Al-Osaimi, Osaimi, Usaimi, Alosaimi, Usaymi
الرويلي, Al-Ruwaili, Ruwaili, Rowaili, Alruwaili, Ruwayli
الصاعدي, Al-Saedi, Saedi, Saidi, Alsaedi
السفياني, Al-Sufyani, Sufyani, Sofyani, Alsufyani
الحازمي, Al-Hazmi, Hazmi, Hazimi, Alhazmi
الحارثي, Al-Harthi, Harthi, Harthy, Harithi, Alharthi
العامري, Al-Amri, Amri, Ameri, Aamri, Alameri
القرشي, Al-Qurashi, Qurashi, Qureshi, Qurayshi, Korashi, Goreshi
الأنصاري, Al-Ansari, Ansari, Ansary, Alansari
الهاشمي, Al-Hashimi, Hashimi, Hashemi, Hachemi, Alhashmi
الموسوي, Al-Mousawi, Mousawi, Musawi, Moosawi, Moussavi, Almosawi
الحسيني, Al-Husseini, Husseini, Hussaini, Husaini, Hosseini
الحسن, Al-Hassan, Al-Hasan, Alhassan, Elhassan
الحسين, Al-Hussain, Al-Hussein, Alhussain, Elhussein, Al-Husain
العلي, Al-Ali, Alali, Al-Aly
الخليل, Al-Khalil, Alkhalil, Al-Khaleel
الدخيل, Al-Dakhil, Dakhil, Dakheel, Aldakheel
العبدالله, العبد الله, Al-Abdullah, Alabdullah, Al-Abdulla
العبدالكريم, العبد الكريم, Al-Abdulkarim, Al-Abdulkareem, Alabdulkarim
العوامي, Al-Awami, Awami, Awwami, Al-Awamy, Alawami
القطري, Al-Qatari, Qatari, Alqatari, Katari
القطيفي, Al-Qatifi, Qatifi, Qateefi, Katifi
الأحسائي, الحساوي, Al-Ahsai, Ahsai, Ahsaei, Hasawi, Al-Ahsaie
آل موسى, الموسى, Al Musa, Al Mousa, Al-Mousa, Almousa, Al Moosa
الخريف, آل خريف, Al-Khuraif, Khuraif, Al Khoraif, Khorayef, Alkhorayef, Khrayif
العصفور, آل عصفور, Al-Asfoor, Asfoor, Asfour, Usfur, Al Asfour, Alasfoor
الزامل, Al-Zamil, Zamil, Zamel, Alzamil
الراجحي, Al-Rajhi, Rajhi, Alrajhi, Rajehi
الجفالي, Al-Juffali, Juffali, Jufali, Jaffali
العليان, Al-Olayan, Olayan, Ulayan, Olaian
القصيبي, Al-Gosaibi, Gosaibi, Qusaibi, Algosaibi, Qosaibi
الفوزان, Al-Fawzan, Fawzan, Fozan, Alfozan, Fouzan
السديري, Al-Sudairi, Sudairi, Sudairy, Alsudairy, Sudayri
البسام, Al-Bassam, Bassam, Albassam
الشايع, Al-Shaya, Shaya, Alshaya, Shayea
الصالح, Al-Saleh, Alsaleh, Al-Salih
الناصر, Al-Nasser, Alnasser, Al-Nasir, Al-Naser
السيف, Al-Saif, Alsaif, Al-Seif, Al-Sayf
المطرود, Al-Matrood, Matrood, Matroud, Matrud, Almatrood
الصفار, Al-Saffar, Saffar, Alsaffar, Al-Safar
الخنيزي, Al-Khunaizi, Khunaizi, Khonaizi, Alkhunaizi
الجشي, Al-Jishi, Jishi, Jeshi, Aljishi
الزاير, Al-Zayer, Zayer, Zayir, Alzayer
المرهون, Al-Marhoun, Marhoun, Marhoon, Almarhoun
الدعلوج, Al-Dalouj, Dalouj, Daalouj, Dalooj
العمران, Al-Omran, Omran, Alomran, Umran
المناعي, Al-Mannai, Mannai, Manaai, Almannai
الزياني, Al-Zayani, Zayani, Alzayani, Zaiani
كانو, Kanoo, Kano, Kanu
البلوشي, Al-Balushi, Balushi, Baloushi, Bloushi, Albalooshi, Baluchi
الكعبي, Al-Kaabi, Kaabi, Kabi, Alkaabi
المنصوري, Al-Mansouri, Mansouri, Mansoori, Almansoori
الكواري, Al-Kuwari, Kuwari, Kawari, Alkuwari
السويدي, Al-Suwaidi, Suwaidi, Sowaidi, Suwaydi, Alsuwaidi
الشامسي, Al-Shamsi, Shamsi, Alshamsi
الظاهري, Al-Dhaheri, Dhaheri, Zahiri, Aldhaheri
النعيمي, Al-Nuaimi, Nuaimi, Naimi, Noaimi, Alnuaimi
المهيري, Al-Muhairi, Muhairi, Mheiri, Almheiri
العازمي, Al-Azmi, Azmi, Azemi, Alazmi
الصبان, Al-Sabban, Sabban, Alsabban
باعشن, Baashen, Baeshen, Ba Ashan
بن لادن, بن لادين, Bin Laden, Binladin, Bin Ladin, Binladen
بخاري, البخاري, Bukhari, Bokhari, Boukhari, Al-Bukhari

# Kunyas
أبو علي, أبوعلي, بو علي, Abu Ali, Abou Ali, Bu Ali, Abo Ali
أبو محمد, أبومحمد, بو محمد, Abu Mohammed, Abu Muhammad, Abou Mohamed, Bu Mohammed
أبو حسن, أبو الحسن, Abu Hassan, Abul Hasan, Abu Al-Hassan, Abou Hassan
أبو حسين, Abu Hussain, Abu Hussein, Abou Hussein, Bu Hussain
أبو أحمد, Abu Ahmed, Abu Ahmad, Abou Ahmed
أبو عبدالله, أبو عبد الله, Abu Abdullah, Abu Abdallah, Abou Abdallah
أبو فهد, Abu Fahd, Abu Fahad, Abou Fahd
أبو خالد, Abu Khalid, Abu Khaled, Abou Khaled
أبو طالب, أبوطالب, Abu Talib, Abu Taleb, Abou Taleb
أبو بكر, أبوبكر, Abu Bakr, Abubakr, Abu Bakar, Aboubacar, Abubakar, Boubaker
أبو الفضل, Abu Al-Fadl, Abul Fadhl, Abolfazl, Abul Fazl
أبو السعود, أبوالسعود, Abu Al-Saud, Aboul Seoud, Abulsaud
أبو سعود, Abu Saud, Abou Saud
أبو ناصر, Abu Nasser, Abu Nasir, Abou Nasser
أبو يوسف, Abu Yousef, Abu Yusuf, Abou Youssef
أم علي, Umm Ali, Um Ali, Om Ali, Oum Ali
أم محمد, Umm Mohammed, Um Muhammad, Om Mohamed, Oum Mohamed
أم حسن, Umm Hassan, Um Hasan, Om Hassan
أم حسين, Umm Hussain, Um Hussein, Om Hussein
أم أحمد, Umm Ahmed, Um Ahmad, Om Ahmed
أم عبدالله, أم عبد الله, Umm Abdullah, Um Abdullah, Om Abdullah
أم كلثوم, Umm Kulthum, Um Kulthoum, Om Kalsoum, Oum Kalthoum
أم البنين, Umm Al-Banin, Um Albaneen, Umm Ul-Baneen, Ommolbanin
`;
