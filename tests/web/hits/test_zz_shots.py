def test_shots(tab, hit):
    from gatehouse.safeguards.vocabulary import Role
    for code, addr in (("zh-hans", f"/hits/{hit}/"), ("ar", "/hits/"), ("ar", f"/hits/{hit}/")):
        page = tab(Role.ANALYST, viewport={"width": 1200, "height": 1000})
        page.click("details.menu summary")
        page.click(f"details.menu button[value={code}]")
        page.goto(addr)
        page.screenshot(path=f"/tmp/w/shots/{code}{addr.replace('/','_')}.png", full_page=True)
