import Source
import Testing
import TestSupport

@Suite("Small worlds")
struct WorldTests {
    @Test("A text becomes files, and what it leaves out is filled in")
    func files() {
        let world = World(
            """
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            -- Content/index.md --
            # Trust
            """)
        #expect(
            world.files.keys.sorted() == [
                "Content/index.md", "Content/site.yaml", "Content/subprocessors/2026-01-01.md",
                "Content/subprocessors/providers/acme.yaml",
            ])
        #expect(world.files["Content/index.md"] == "# Trust\n")
    }
}
