"""English: the words that the furniture of a news page is made of, by what they tell. Data only."""

WORDS = {
    "share": """
        share shares tweet tweets facebook twitter whatsapp linkedin reddit pinterest telegram messenger flipboard
        instagram youtube tiktok digg delicious del.icio.us stumbleupon newsvine fark rss bookmark bookmarks
        e-mail email mail print printer printer-friendly friendly save copy url like likes pin gift icon-facebook
        icon-twitter icon-whatsapp follow followers +1 send recommend forward text font size
    """,
    "navigation": """
        home homepage menu search skip navigation main index sitemap map site sections section categories category
        page pages go submit close open toggle show hide view full previous next back return top forward browse
        list directory archive archives feeds feed mobile app apps edition click here links link site's button
        display continue
    """,
    "section": """
        news sport sports business world politics opinion entertainment lifestyle life travel health science
        technology tech culture arts style money markets finance local national international weather education
        environment food fashion music movies film books games auto cars property jobs classifieds obituaries
        horoscopes blogs blog columnists editorials letters video videos photos galleries gallery tv radio
        football soccer cricket tennis golf rugby basketball hockey baseball nfl nba mlb nhl racing features
        community events magazine headlines living homes shopping crime economy comics crossword puzzles podcasts
        podcast multimedia
    """,
    "legal": """
        copyright © (c) rights reserved privacy policy terms conditions use disclaimer cookies cookie consent
        accessibility statement trademark trademarks licensed license reproduced redistributed republished user
        agreement notice dmca sell
    """,
    "comment": """
        comment comments commented commenter commenters reply replies respond responses response discuss
        discussion forum forums thread post posts posted permalink trackback trackbacks trackback(0) wrote
        moderator moderated abuse flag offensive report upvote downvote guest anonymous karma
    """,
    "related": """
        related read more also see recommended elsewhere stories story articles article further coverage explainer
        explained watch listen [video] topics topic links featured don't miss
    """,
    "popular": """
        most popular viewed trending latest recent headlines top emailed e-mailed commented read shared editors'
        editor's picks pick today's breaking hot best week
    """,
    "subscribe": """
        subscribe subscription subscriptions subscriber subscribers newsletter newsletters sign inbox alerts alert
        updates delivered delivery free daily e-newsletter membership member members join trial get receive
        unlimited access email
    """,
    "advert": """
        advertisement advertisements advertising advertise advertiser advertisers sponsored sponsor sponsors ad
        ads promoted promotion partner partners affiliate offer offers deals buy shop shopping price sale order
    """,
    "login": """
        login log logged logout register registered registration account password username sign user profile my
        settings remember forgot
    """,
    "contact": """
        about contact us help faq faqs feedback careers staff jobs phone tel telephone fax address customer
        service services support company corporate press media kit information info questions
    """,
    "picture": """
        photo photos photograph photographs photographer image images picture pictures pictured gallery getty
        alamy shutterstock courtesy credit caption illustration slideshow enlarge file handout cartoon graphic
    """,
    "player": """
        play pause mute volume video audio watch listen duration loading fullscreen live seconds autoplay
        shortcuts
    """,
    "time": """
        am pm a.m p.m a.m. p.m. est edt gmt et pt pst pdt bst utc cet ist updated update published posted modified
        ago hours hour minutes mins min day days first
    """,
    "byline": """
        by staff writer writers correspondent editor reporter reporters columnist contributor author contributing
        special associate senior written
    """,
    "agency": """
        epa tass anadolu dpa sputnik istock nurphoto zuma rex pool efe ansa kyodo pexels unsplash wikimedia ap
        reuters afp associated press upi bloomberg xinhua agencies wire pa canwest pti ani ians interfax
    """,
    "tags": """
        tags tag tagged filed under keywords categories category labels topics
    """,
    "said": """
        said says told added saying according asked explained announced stated tells
    """,
    "table": """
        table contents total points rank rating ratings score scores stats statistics results schedule standings
        vs quote quotes chart charts
    """,
    "note": """
        developing breaking updated corrected amended edited correction corrections clarification editor's
        editors' editors note follow
    """,
    "poll": """
        poll polls vote votes rate rated rating ratings survey stars average
    """,
}
