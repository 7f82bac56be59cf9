import BookCLI

await BookProgram.main()
