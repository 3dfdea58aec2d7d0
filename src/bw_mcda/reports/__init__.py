"""The document, the page, the workbook and the data of one analysis."""
