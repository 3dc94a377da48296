"""Irregular forms that no stemmer joins with their verb: "paid" is "pay". Each line: the verb, then its forms."""

IRREGULAR_VERBS = {
    form: verb
    for verb, *forms in (
        line.split()
        for line in """
        pay paid
        buy bought
        sell sold
        send sent
        give gave given
        take took taken
        steal stole stolen
        know knew known
        speak spoke spoken
        break broke broken
        choose chose chosen
        write wrote written
        fall fell fallen
        rise rose risen
        grow grew grown
        fly flew flown
        go went gone
        come came
        meet met
        lose lost
        win won
        hold held
        lead led
        leave left
        keep kept
        build built
        spend spent
        lend lent
        begin began begun
        sink sank sunk
        shoot shot
        strike struck
        tear tore torn
        find found
        fight fought
        catch caught
        teach taught
        seek sought
        bring brought
        think thought
        tell told
        say said
        see saw seen
        get got gotten
        make made
        draw drew drawn
        drive drove driven
        withdraw withdrew withdrawn
        swear swore sworn
        wear wore worn
        hide hid hidden
        forget forgot forgotten
        freeze froze frozen
        shake shook shaken
        die died dying dead death
        feel felt
        hear heard
        sit sat
        stand stood
        run ran
        """.strip().splitlines()
    )
    for form in forms
}
