using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SummitDashboard.Data.Database.Migrations
{
    /// <inheritdoc />
    public partial class ImportSizes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Size",
                table: "Import",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.Sql("UPDATE Import SET Size = length(Bytes)");

            migrationBuilder.CreateIndex(
                name: "IX_Import_At_Id_State_Size_Name_By_Says",
                table: "Import",
                columns: new[] { "At", "Id", "State", "Size", "Name", "By", "Says" });

            migrationBuilder.CreateIndex(
                name: "IX_Import_State_At_Id_Tries",
                table: "Import",
                columns: new[] { "State", "At", "Id", "Tries" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Import_At_Id_State_Size_Name_By_Says",
                table: "Import");

            migrationBuilder.DropIndex(
                name: "IX_Import_State_At_Id_Tries",
                table: "Import");

            migrationBuilder.DropColumn(
                name: "Size",
                table: "Import");
        }
    }
}
