import httpx


def test_statements_come_with_facets_and_in_pages(client: httpx.Client) -> None:
    first = client.get("/api/v1/search", params={"words": "port", "limit": 3}).json()
    second = client.get("/api/v1/search", params={"words": "port", "limit": 3, "offset": 3}).json()
    assert len(first["page"]["items"]) == 3 and first["page"]["has_more"]
    assert not {one["id"] for one in first["page"]["items"]} & {one["id"] for one in second["page"]["items"]}
    assert first["facets"] == second["facets"]
    assert {"acts", "statuses", "speakers", "outlets", "months", "total"} == set(first["facets"])


def test_a_facet_narrows(client: httpx.Client) -> None:
    act = client.get("/api/v1/search").json()["facets"]["acts"][-1]
    narrowed = client.get("/api/v1/search", params={"act": act["value"]}).json()
    assert narrowed["facets"]["total"] == act["count"]
    assert {one["act"] for one in narrowed["page"]["items"]} == {act["value"]}


def test_articles_that_hold_such_statements(client: httpx.Client) -> None:
    found = client.get("/api/v1/search/articles", params={"act": "deny", "limit": 2}).json()
    assert len(found["page"]["items"]) == 2
    assert found["facets"]["acts"] == []


def test_what_can_not_be_asked_is_told(client: httpx.Client) -> None:
    for wrong in ({"act": "sing"}, {"since": "soon"}, {"offset": -1}, {"limit": 0}, {"words": "!"}):
        answer = client.get("/api/v1/search", params=wrong)
        assert answer.status_code == 400 and answer.json()["error"]
