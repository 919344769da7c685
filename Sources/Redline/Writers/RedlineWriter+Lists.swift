import Markdown

extension RedlineWriter {
    mutating func write(_ list: MarkedList) {
        html.startLine()
        let hasTasks = list.items.contains { $0.isTask }
        html.writeOpening(of: list.kind, hasTasks: hasTasks)
        let outer = (isOldTight, isNewTight)
        for item in list.items {
            (isOldTight, isNewTight) = (list.oldIsTight, list.newIsTight)
            write(item)
        }
        (isOldTight, isNewTight) = outer
        html.writeClosing(of: list.kind)
    }

    mutating func write(_ item: MarkedItem) {
        switch item {
        case .kept(let piece):
            if let fragment = fragment(piece) { return writeKept(fragment) }
            guard let item = piece.item else { return }
            if !isRestating { html.put(.otherSkipped(BlockCount(item.blocks))) }
            html.write(item, isTight: isNewTight)
        case .inserted(let item): asInserted { $0.html.write(item, isTight: $0.isNewTight) }
        case .deleted(let item, let moved):
            asDeleted(note: moved ? labels.movedAway : nil) { $0.html.write(item, isTight: $0.isOldTight) }
        case .changed(let oldTask, let newTask, let blocks, let moved):
            guard moved else { return write(blocks, oldTask: oldTask, newTask: newTask) }
            restating {
                $0.html.attributes =
                    " data-change=\"inserted\" data-restated data-note=\"\($0.labels.moved.escapedHTML)\""
                $0.write(blocks, oldTask: newTask, newTask: newTask)
            }
        }
    }

    mutating func write(_ blocks: [MarkedBlock], oldTask: Bool?, newTask: Bool?) {
        html.open("li")
        html.output += oldTask == nil && newTask == nil ? ">" : " class=\"task\">"
        if oldTask == newTask {
            if let newTask { html.writeBox(isDone: newTask) }
        } else {
            if let oldTask { wrap(isDeleted: true) { $0.html.writeBox(isDone: oldTask) } }
            if let newTask { wrap(isDeleted: false) { $0.html.writeBox(isDone: newTask) } }
        }
        if oldTask != nil || newTask != nil { html.output += " " }
        let (isOldTight, isNewTight) = (isOldTight, isNewTight)
        for (index, block) in blocks.enumerated() {
            (self.isOldTight, self.isNewTight) = (isOldTight, isNewTight)
            // Bare paragraphs are kept apart by the line end alone.
            if index > 0 { html.startLine() }
            write(block)
        }
        html.output += "</li>\n"
    }
}

extension MarkedItem {
    fileprivate var isTask: Bool {
        switch self {
        case .kept(let piece): piece.item?.task != nil
        case .deleted(let item, _), .inserted(let item): item.task != nil
        case .changed(let oldTask, let newTask, _, _): oldTask != nil || newTask != nil
        }
    }
}
